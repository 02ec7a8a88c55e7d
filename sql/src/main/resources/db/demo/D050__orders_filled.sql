-- What became of each order, and the rows of checkouts, orders, lines, histories, payments and commissions.

create temp table demo_outcomes on commit drop as
select t.id, t.checkout_id, l.status, l.at as status_at, d.at as delivered_on, d.at + make_interval(days => t.hold_days) as hold_until,
       case when t.method = 'cash' then h.at end as handed_in_at, c.at as cancelled_on, c.who as cancelled_by, c.note as cancelled_why,
       case when t.method = 'gogomoney' then t.placed_at end as paid_at,
       case when f.at <= pg_temp.moment() and (t.method <> 'cash' or h.at < f.at) and not t.guest then
            case when pg_temp.dice(t.id, 130, 1000) < 12 then t.subtotal + t.shipping_cost
                 when pg_temp.dice(t.id, 130, 1000) < 30 and t.subtotal > 40000 then round(t.subtotal * (20 + pg_temp.dice(t.id, 131, 40)) / 100, -3) end end as refund,
       f.at as refund_at
from demo_times t
join lateral (select s.status, s.at from demo_steps s where s.order_id = t.id order by s.nth desc limit 1) l on true
left join demo_steps d on d.order_id = t.id and d.nth = 10
left join demo_steps c on c.order_id = t.id and c.nth = 11
left join lateral (select d.at + make_interval(secs => 7200 + pg_temp.dice(t.id, 132, 180000)) as at) h on h.at <= pg_temp.moment()
left join lateral (select d.at + make_interval(secs => 200000 + pg_temp.dice(t.id, 133, 700000)) as at) f on true;
alter table demo_outcomes add primary key (id);
analyze demo_outcomes;

insert into demo_steps
select o.id, 12, 'refunded', o.refund_at, null, 'Refunded in full'
from demo_outcomes o join demo_orders d using (id)
where o.refund = d.subtotal + d.shipping_cost;

insert into checkouts (id, checkout_number, buyer_id, guest_info, status, payment_method, total_amount, expires_at, created_at, updated_at)
select c.id, 'CH' || lpad(c.id::text, 8, '0'), case when not c.guest then c.buyer_id end,
       case when c.guest then jsonb_build_object('email', u.email, 'name', u.first_name || ' ' || u.last_name, 'phone', u.phone) end,
       (case when o.plan = 'expired' then 'expired' when o.plan = 'awaiting' then 'awaiting_payment' when c.method = 'gogomoney' then 'paid'
             when o.all_cancelled then 'cancelled' else 'cash_on_delivery' end)::checkout_status_enum,
       c.method, o.total, case when c.method = 'bank_transfer' then c.placed_at + interval '30 minutes' end, c.placed_at, o.changed_at
from demo_checkouts c
join users u on u.id = c.buyer_id
join (select t.checkout_id, coalesce(sum(t.subtotal + t.shipping_cost) filter (where x.cancelled_on is null or x.paid_at is not null), 0) as total, min(t.plan) filter (where t.plan in ('expired', 'awaiting')) as plan, 
             bool_and(x.cancelled_on is not null) as all_cancelled, max(coalesce(x.cancelled_on, t.placed_at)) as changed_at
      from demo_times t join demo_outcomes x using (id) group by t.checkout_id) o on o.checkout_id = c.id
order by c.id;

insert into orders (id, order_number, checkout_id, buyer_id, guest_info, seller_id, courier_id, status, payment_status, payment_method, subtotal, tax_amount, shipping_cost,
                    courier_fee, commission_amount, total_amount, refunded_amount, delivery_address_id, delivery_address, delivery_zone_id, delivery_quote,
                    estimated_delivery_date, actual_delivery_date, hold_days, hold_until, settled_at, cash_handed_in_at, cancellation_reason, cancelled_by, cancelled_at,
                    version, created_at, updated_at)
select t.id, 'GM' || lpad(t.id::text, 8, '0'), t.checkout_id, case when not t.guest then t.buyer_id end,
       case when t.guest then jsonb_build_object('email', u.email, 'name', u.first_name || ' ' || u.last_name, 'phone', u.phone) end,
       t.seller_id, case when t.assigned_at <= pg_temp.moment() and o.cancelled_on is null then t.courier_id end,
       case when o.refund = t.subtotal + t.shipping_cost then 'refunded' else o.status end,
       case when o.refund = t.subtotal + t.shipping_cost or (o.cancelled_on is not null and o.paid_at is not null) then 'refunded'
            when o.refund is not null then 'partially_refunded'
            when o.paid_at is not null or o.delivered_on is not null then 'paid' else 'pending' end::payment_status_enum,
       t.method, t.subtotal, t.tax_amount, t.shipping_cost, t.courier_fee, t.commission_amount, t.subtotal + t.shipping_cost,
       case when o.cancelled_on is not null and o.paid_at is not null then t.subtotal + t.shipping_cost else coalesce(o.refund, 0) end,
       case when not t.guest then t.address_id end,
       jsonb_build_object('fullName', a.full_name, 'phone', a.phone, 'country', a.country, 'city', a.city, 'district', a.district, 'street', a.street, 'building', a.building,
                          'apartment', a.apartment, 'postalCode', a.postal_code, 'position', jsonb_build_object('latitude', a.latitude, 'longitude', a.longitude)),
       t.zone_id,
       jsonb_build_object('zoneId', t.zone_id, 'tariffId', t.tariff_id, 'zone', t.zone, 'cost', jsonb_build_object('amount', t.shipping_cost::numeric(19, 2)::text, 'currency', 'UZS'),
                          'courierFee', jsonb_build_object('amount', t.courier_fee::numeric(19, 2)::text, 'currency', 'UZS'), 'distanceKm', t.km, 'estimatedHours', t.estimated_hours),
       (t.placed_at + make_interval(hours => t.estimated_hours))::date, o.delivered_on, t.hold_days, o.hold_until,
       case when o.refund = t.subtotal + t.shipping_cost then o.refund_at
            when o.hold_until < pg_temp.moment() - interval '1 hour' then o.hold_until + make_interval(secs => pg_temp.dice(t.id, 134, 3000)) end, o.handed_in_at,
       o.cancelled_why, o.cancelled_by, o.cancelled_on, (select count(*) from demo_steps s where s.order_id = t.id) - 1, t.placed_at, greatest(o.status_at, o.refund_at)
from demo_times t
join demo_outcomes o using (id)
join users u on u.id = t.buyer_id
join user_addresses a on a.id = t.address_id
order by t.id;

-- The codes of those that are still to be brought are written afterwards: SQL cannot encrypt them.
insert into deliveries (order_id, handed_over_at, cash_taken, created_at, updated_at)
select o.id, o.actual_delivery_date, case when o.actual_delivery_date is not null then case when o.payment_method = 'cash' then o.total_amount else 0 end end,
       o.created_at, coalesce(o.actual_delivery_date, o.created_at)
from orders o where o.delivery_quote is not null
order by o.id;

insert into order_items (id, order_id, product_id, variant_id, product_name, variant_name, sku, quantity, unit_price, tax_rate, tax_amount, subtotal, attributes, created_at)
select i.id, i.order_id, i.product_id, i.variant_id, i.name, i.variant_name, i.sku, i.quantity, i.unit_price, i.tax_rate, i.tax_amount, i.subtotal, i.attributes, o.placed_at
from demo_items i join demo_orders o on o.id = i.order_id
order by i.id;

insert into order_status_history (id, order_id, status, notes, changed_by, actor, created_at)
select row_number() over (order by s.at, s.order_id, s.nth), s.order_id, s.status, s.note, s.who, coalesce('user:' || s.who, 'system:orders'), s.at
from demo_steps s
order by 1;
