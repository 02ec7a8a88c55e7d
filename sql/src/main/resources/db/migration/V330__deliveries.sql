-- What happens at the door is a delivery's own, who brings it and what it costs the order's.

create table deliveries (
    order_id       bigint primary key references orders,
    code           text,
    wrong_codes    integer     not null default 0 check (wrong_codes >= 0),
    locked_until   timestamptz,
    handed_over_at timestamptz,
    latitude       numeric(10, 8) check (latitude between -90 and 90),
    longitude      numeric(11, 8) check (longitude between -180 and 180),
    cash_taken     numeric(19, 2) check (cash_taken >= 0),
    version        integer     not null default 0,
    created_at     timestamptz not null default clock_timestamp(),
    updated_at     timestamptz not null default clock_timestamp(),
    constraint delivery_position_is_whole check ((latitude is null) = (longitude is null)),
    constraint cash_is_taken_at_the_door check (cash_taken is null or handed_over_at is not null)
);
comment on table deliveries is 'of the orders that are shipped; the courier is the one of the order';
comment on column deliveries.code is 'proof-of-delivery code, encrypted (AES-GCM)';
comment on column deliveries.wrong_codes is 'wrong codes since the last right one or the last lock';
comment on column deliveries.handed_over_at is 'when the courier was told the right code; latitude and longitude: where';
comment on column deliveries.cash_taken is 'what the courier took for it; 0 where it was paid';
create trigger deliveries_touch before update on deliveries for each row execute function touch_updated_at();

select set_config('gogomarket.grants', 'system', true);
insert into deliveries (order_id, code, wrong_codes, locked_until, handed_over_at, latitude, longitude, cash_taken, created_at, updated_at)
select o.id, o.delivery_code, o.delivery_code_failures, o.delivery_code_locked_until, o.actual_delivery_date, t.latitude, t.longitude,
       case when o.actual_delivery_date is null then null when o.payment_method = 'cash' then o.total_amount else 0 end,
       o.created_at, coalesce(o.actual_delivery_date, o.created_at)
from orders o
left join lateral (select t.latitude, t.longitude from order_tracking t where t.order_id = o.id and t.status = 'delivered' order by t.id desc limit 1) t on true
where o.delivery_quote is not null
order by o.id;

alter table orders drop column delivery_code, drop column delivery_code_failures, drop column delivery_code_locked_until;

-- The buyer reads the code, nobody else but the courier finds the row.
alter table deliveries enable row level security;
alter table deliveries force row level security;
create policy deliveries_read on deliveries for select
    using ((select actor_has('system'))
           or exists (select from orders o where o.id = order_id
                      and (o.buyer_id = (select current_user_id()) or o.guest_session_id = (select current_guest_id())
                           or o.courier_id = (select current_user_id()))));
create policy deliveries_insert on deliveries for insert with check ((select actor_has('system')));
create policy deliveries_update on deliveries for update using ((select actor_has('system')));

alter table checkouts add column version integer not null default 0;
