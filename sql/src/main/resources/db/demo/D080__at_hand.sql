-- What the demo accounts have at hand besides, so that every example of the API's description speaks of something: a
-- cart, a session elsewhere, keys of partners, a suspended account. Digests here are of nothing: they open no door.

insert into carts (id, user_id, created_at, updated_at)
values (1, 101, pg_temp.moment() - interval '2 hours', pg_temp.moment() - interval '1 hour');
insert into cart_items (id, cart_id, product_id, variant_id, quantity, seen_price, created_at)
select 16 + row_number() over (order by product_id), 1, product_id, variant_id, 1, unit_price, pg_temp.moment() - interval '1 hour'
from (select distinct on (seller_id) * from demo_sellable where seller_id in (12, 13) order by seller_id, nth_of_seller) s;

insert into user_sessions (id, user_id, token, refresh_token, refresh_family, ip_address, user_agent, expires_at, created_at, last_activity_at)
values (17, 101, 'demo-session-17', lpad('17', 64, '0'), lpad('17', 64, '0'), '203.0.113.7', 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0',
        pg_temp.moment() + interval '29 days', pg_temp.moment() - interval '1 day', pg_temp.moment() - interval '3 hours');

insert into api_keys (id, owner_id, name, key_id, secret_hash, scopes, created_at)
select id, case when id = 19 then 12 else 11 end, name, 'gk_demo' || lpad(id::text, 18, '0'), lpad(id::text, 64, '0'), array['catalog.write', 'orders.read'],
       pg_temp.moment() - make_interval(days => id)
from (values (17, 'Warehouse'), (18, 'Old till'), (19, 'Warehouse')) k (id, name);

update users set status = 'suspended' where id = 2100;
