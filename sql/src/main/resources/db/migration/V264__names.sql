-- Names beside the ids that lead nowhere. Accounts are their owners' own; what is said of sellers to everybody stands in a
-- list beside them, and of a courier to those who see the order.

create table seller_names (
    user_id bigint primary key references users,
    name    varchar(201) not null
);
comment on table seller_names is 'under which name everybody sees whoever has goods; kept by triggers';
alter table seller_names enable row level security;
alter table seller_names force row level security;
create policy seller_names_read on seller_names for select using (true);
create policy seller_names_keep on seller_names using ((select actor_has('system')))
    with check ((select actor_has('system')));

create function name_new_sellers() returns trigger
    language plpgsql as
$$
declare
    acting constant text := current_setting('gogomarket.grants', true);
begin
    perform set_config('gogomarket.grants', 'system', true);
    insert into seller_names (user_id, name)
    select id, concat_ws(' ', first_name, last_name) from users
    where id in (select seller_id from new_rows) on conflict (user_id) do nothing;
    perform set_config('gogomarket.grants', acting, true);
    return null;
end
$$;
create trigger products_have_named_sellers after insert on products referencing new table as new_rows
    for each statement execute function name_new_sellers();

create function rename_seller() returns trigger
    language plpgsql as
$$
declare
    acting constant text := current_setting('gogomarket.grants', true);
begin
    perform set_config('gogomarket.grants', 'system', true);
    update seller_names set name = concat_ws(' ', new.first_name, new.last_name) where user_id = new.id;
    perform set_config('gogomarket.grants', acting, true);
    return null;
end
$$;
create trigger users_rename_sellers after update of first_name, last_name on users for each row
    when ((old.first_name, old.last_name) is distinct from (new.first_name, new.last_name))
    execute function rename_seller();

alter table orders add column courier_name varchar(201);
comment on column orders.courier_name is 'of the courier, when he was assigned';

create function name_courier() returns trigger
    language plpgsql as
$$
declare
    acting constant text := current_setting('gogomarket.grants', true);
begin
    perform set_config('gogomarket.grants', 'system', true);
    select concat_ws(' ', first_name, last_name) into new.courier_name from users where id = new.courier_id;
    perform set_config('gogomarket.grants', acting, true);
    return new;
end
$$;
create trigger orders_name_their_courier before insert on orders for each row
    when (new.courier_id is not null) execute function name_courier();
create trigger orders_name_another_courier before update of courier_id on orders for each row
    when (old.courier_id is distinct from new.courier_id) execute function name_courier();

-- Those that are there already; to their sellers' programs nothing has changed.
select set_config('gogomarket.grants', 'system', true);
insert into seller_names (user_id, name)
select id, concat_ws(' ', first_name, last_name) from users where id in (select seller_id from products);
alter table orders disable trigger orders_touch;
update orders o set courier_name = concat_ws(' ', u.first_name, u.last_name) from users u where u.id = o.courier_id;
alter table orders enable trigger orders_touch;
