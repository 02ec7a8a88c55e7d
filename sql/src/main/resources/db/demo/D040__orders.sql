-- Three months of checkouts and orders. First who bought what and when, then what became of it; the tables are filled last.

create temp table demo_sellable on commit drop as
select p.id as product_id, v.id as variant_id, p.seller_id, p.category_id, p.name, v.name as variant_name, coalesce(v.sku, p.sku) as sku, v.attributes,
       (case when p.sale_active then p.sale_price else p.base_price end) + coalesce(v.price_adjustment, 0) as unit_price, p.tax_rate, p.weight,
       row_number() over (order by hashint8extended(p.id, 80), v.id) as nth,
       row_number() over (partition by p.seller_id order by hashint8extended(p.id, 81), v.id) as nth_of_seller
from products p
left join product_variants v on v.product_id = p.id
where p.status = 'active' and (v.id is not null or not p.has_variants);
create unique index on demo_sellable (nth);
create unique index on demo_sellable (seller_id, nth_of_seller);
analyze demo_sellable;

-- Most people shop in the evening; a few buy often, most seldom. Ids follow the time.
create temp table demo_checkouts on commit drop as
select row_number() over (order by placed_at, g) as id, g, placed_at, method, guest, buyer_id, address_id, fate
from (select g, case when placed > pg_temp.moment() - interval '40 minutes' then placed - interval '1 day' else placed end as placed_at,
             (case when guest or pg_temp.dice(g, 91, 100) >= 64 then 'cash' when pg_temp.dice(g, 91, 100) < 2 then 'bank_transfer' else 'gogomoney' end)::payment_method_enum as method, guest,
             buyer as buyer_id, coalesce(case when pg_temp.dice(g, 92, 100) < 50 then w.id end, a.id) as address_id, pg_temp.dice(g, 93, 1000) as fate
      from (select g, 101 + floor(2000 * power(pg_temp.share(g, 94), 1.2))::bigint as buyer, pg_temp.dice(g, 95, 100) < 4 as guest,
                   date_trunc('day', pg_temp.moment()) - make_interval(days => pg_temp.dice(g, 96, 90))
                       + make_interval(secs => 3600 * (2 + 17 * (1 - power(pg_temp.share(g, 97), 1.5)))) as placed
            from generate_series(1, 16500) g) n
      join user_addresses a on a.user_id = n.buyer and a.is_default
      left join user_addresses w on w.user_id = n.buyer and not w.is_default
      union all
      -- Three who are about to pay.
      select 16500 + n, pg_temp.moment() - make_interval(mins => 3 * n), 'bank_transfer', false, a.user_id, a.id, 0
      from generate_series(1, 3) n join user_addresses a on a.user_id = 300 + n and a.is_default) c;
alter table demo_checkouts add primary key (id);
analyze demo_checkouts;

-- One to four different things; the next one is often from the same shop.
create temp table demo_wishes on commit drop as
select f.id as checkout_id, f.g * 8 + n as wish, f.seller_id, f.nth as first_nth, f.goods, f.all_goods, n
from (select c.id, c.g, s.seller_id, s.nth, h.goods, h.all_goods,
             (array[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3])[1 + pg_temp.dice(c.g, 101, 20)] as more
      from (select c.id, c.g, 1 + floor((select count(*) from demo_sellable) * power(pg_temp.share(c.g, 100), 1.4))::bigint as nth from demo_checkouts c) c
      join demo_sellable s using (nth)
      join (select seller_id, count(*)::integer as goods, (sum(count(*)) over ())::integer as all_goods from demo_sellable group by seller_id) h using (seller_id)) f,
     generate_series(0, f.more) n;
create temp table demo_picks on commit drop as
select checkout_id, first_nth as nth from demo_wishes where n = 0
union
select w.checkout_id, s.nth
from (select *, 1 + pg_temp.dice(wish, 102, goods) as nth_of_seller from demo_wishes where n > 0 and pg_temp.dice(wish, 103, 100) < 58) w
join demo_sellable s using (seller_id, nth_of_seller)
union
select checkout_id, 1 + pg_temp.dice(wish, 104, all_goods) from demo_wishes where n > 0 and pg_temp.dice(wish, 103, 100) >= 58;

-- The things as lines, the lines of a seller as an order; ids follow checkout and seller, as the service numbers them.
create temp table demo_items on commit drop as
select row_number() over (order by p.checkout_id, s.seller_id, s.product_id, s.variant_id) as id,
       dense_rank() over (order by p.checkout_id, s.seller_id) as order_id, p.checkout_id, s.*, q.quantity,
       s.unit_price * q.quantity as subtotal, round(s.unit_price * q.quantity * s.tax_rate / (100 + s.tax_rate), 2) as tax_amount
from demo_picks p
join demo_sellable s using (nth),
     lateral (select case when pg_temp.dice(p.checkout_id * 20000 + p.nth, 105, 100) < 80 then 1 when s.unit_price < 200000 then 3 else 2 end as quantity) q;
alter table demo_items add primary key (id);
create index on demo_items (order_id);
analyze demo_items;

-- The first commission rule that matches decides.
create temp table demo_rates on commit drop as
select i.seller_id, i.category_id, i.unit_price, r.id as rule_id, r.rate
from (select distinct seller_id, category_id, unit_price from demo_items) i
join demo_categories c on c.id = i.category_id
cross join lateral (select r.id, r.rate
                    from commission_rules r
                    where r.is_active and (r.seller_id is null or r.seller_id = i.seller_id)
                      and (r.category_id is null or r.category_id in (c.id, c.parent_id))
                      and (r.min_price is null or i.unit_price >= r.min_price) and (r.max_price is null or i.unit_price < r.max_price)
                    order by r.position limit 1) r;

create temp table demo_commissions on commit drop as
select i.id as order_item_id, i.order_id, i.seller_id, r.rule_id, r.rate, i.subtotal as order_amount, round(i.subtotal * r.rate / 100, 2) as amount
from demo_items i join demo_rates r using (seller_id, category_id, unit_price);

-- Delivery as the zone's tariff says: the road is 1.3 times the great circle, rounded up to 100 metres.
create temp table demo_orders on commit drop as
select o.*, c.g, c.placed_at, c.method, c.guest, c.buyer_id, c.address_id, a.district, z.id as zone_id, z.name as zone, t.id as tariff_id, t.estimated_hours,
       d.km, t.base_cost + round(t.cost_per_km * d.km, 2) + round(t.cost_per_kg * o.weight, 2) as courier_fee,
       case when o.subtotal >= t.free_delivery_threshold then 0
            else t.base_cost + round(t.cost_per_km * d.km, 2) + round(t.cost_per_kg * o.weight, 2) end as shipping_cost,
       greatest(14, o.return_days) as hold_days, c.fate as checkout_fate, pg_temp.dice(o.id, 110, 1000) as fate, 51 + pg_temp.dice(o.id, 111, 30) as courier_id
from (select i.order_id as id, i.checkout_id, i.seller_id, sum(i.subtotal) as subtotal, sum(i.tax_amount) as tax_amount, sum(i.weight * i.quantity) as weight,
             max(g.return_days) as return_days, sum(m.amount) as commission_amount
      from demo_items i
      join demo_commissions m on m.order_item_id = i.id
      join demo_categories g on g.id = i.category_id
      group by i.order_id, i.checkout_id, i.seller_id) o
join demo_checkouts c on c.id = o.checkout_id
join user_addresses a on a.id = c.address_id
join user_addresses w on w.user_id = o.seller_id and w.type = 'pickup'
join demo_districts b on b.name = a.district
join delivery_zones z on z.id = b.n
join delivery_tariffs t on t.zone_id = z.id,
     lateral (select (ceil((2 * 6371.0088 * asin(least(1, sqrt(power(sin(radians(a.latitude::float8 - w.latitude::float8) / 2), 2)
                  + cos(radians(w.latitude::float8)) * cos(radians(a.latitude::float8)) * power(sin(radians(a.longitude::float8 - w.longitude::float8) / 2), 2)))))::numeric
                  * 1.3 * 10) / 10)::numeric(10, 1) as km) d;
alter table demo_orders add primary key (id);
analyze demo_orders;

-- What happens to an order, had it all the time of the world.
-- The plan: paid and delivered unless it expires, is cancelled at a step, or a first attempt to deliver fails.
create temp table demo_plans on commit drop as
select o.*, case when o.method = 'bank_transfer' and o.checkout_id > (select max(id) - 3 from demo_checkouts) then 'awaiting'
                 when o.method = 'bank_transfer' then 'expired'
                 when o.fate < 28 then 'buyer cancels' when o.fate < 44 then 'seller cancels' when o.fate < 54 then 'silence'
                 when o.fate < 84 then 'second attempt' else 'delivered' end as plan,
       o.placed_at + make_interval(secs => 600 + pg_temp.dice(o.id, 112, 50000)) as confirmed_at,
       make_interval(secs => 900 + pg_temp.dice(o.id, 113, 14000)) as to_process,
       make_interval(secs => 3600 + pg_temp.dice(o.id, 114, 70000)) as to_pack,
       make_interval(secs => 1200 + pg_temp.dice(o.id, 115, 9000)) as to_assign,
       make_interval(secs => 1800 + pg_temp.dice(o.id, 116, 9000)) as to_pick_up,
       make_interval(secs => 120 + pg_temp.dice(o.id, 117, 900)) as to_start,
       make_interval(secs => 900 + pg_temp.dice(o.id, 118, 8000)) as to_deliver,
       (array['pending', 'pending', 'pending', 'confirmed', 'confirmed', 'processing', 'ready_for_pickup'])[1 + pg_temp.dice(o.id, 119, 7)] as cancelled_in
from demo_orders o;

-- Whenever it is loaded, three parcels have just been picked up and three are on their way.
update demo_plans p
set to_pick_up = pg_temp.moment() - case when r.nth <= 3 then interval '4 minutes' else interval '19 minutes' end - r.assigned_at,
    to_start = case when r.nth <= 3 then interval '15 minutes' else interval '5 minutes' end, to_deliver = interval '1 hour'
from (select id, assigned_at, row_number() over (order by id) as nth
      from (select id, confirmed_at + to_process + to_pack + to_assign as assigned_at from demo_plans where plan = 'delivered') a
      where assigned_at between pg_temp.moment() - interval '12 hours' and pg_temp.moment() - interval '20 minutes') r
where r.id = p.id and r.nth <= 6;

create temp table demo_times on commit drop as
select p.*, p.confirmed_at + p.to_process as processing_at, p.confirmed_at + p.to_process + p.to_pack as ready_at,
       p.confirmed_at + p.to_process + p.to_pack + p.to_assign as assigned_at,
       p.confirmed_at + p.to_process + p.to_pack + p.to_assign + p.to_pick_up as picked_up_at,
       p.confirmed_at + p.to_process + p.to_pack + p.to_assign + p.to_pick_up + p.to_start as in_transit_at,
       p.confirmed_at + p.to_process + p.to_pack + p.to_assign + p.to_pick_up + p.to_start + p.to_deliver
           + case when p.plan = 'second attempt' then interval '21 hours' + p.to_start + p.to_deliver else interval '0' end as delivered_at
from demo_plans p;

create temp table demo_steps on commit drop as
select t.id as order_id, s.nth, s.status::order_status_enum as status, s.at, s.who, s.note
from demo_times t,
     lateral (values
         (1, 'pending', t.placed_at, t.buyer_id, null),
         (2, 'confirmed', t.confirmed_at, t.seller_id, null),
         (3, 'processing', t.processing_at, t.seller_id, null),
         (4, 'ready_for_pickup', t.ready_at, t.seller_id, null),
         (5, 'picked_up', t.picked_up_at, t.courier_id, null),
         (6, 'in_transit', t.in_transit_at, t.courier_id, null),
         (7, 'ready_for_pickup', t.in_transit_at + t.to_deliver, t.courier_id, 'Nobody answered the door'),
         (8, 'picked_up', t.in_transit_at + t.to_deliver + interval '21 hours', t.courier_id, null),
         (9, 'in_transit', t.in_transit_at + t.to_deliver + interval '21 hours' + t.to_start, t.courier_id, null),
         (10, 'delivered', t.delivered_at, t.courier_id, null)) s (nth, status, at, who, note)
where s.at <= pg_temp.moment()
  and (s.nth not between 7 and 9 or t.plan = 'second attempt')
  and case when t.plan in ('expired', 'awaiting', 'silence') then s.nth = 1
           when t.plan in ('buyer cancels', 'seller cancels') then s.nth <= array_position(array['pending', 'confirmed', 'processing', 'ready_for_pickup'], t.cancelled_in)
           else true end;
insert into demo_steps
select t.id, 11, 'cancelled', c.at, case t.plan when 'buyer cancels' then t.buyer_id when 'seller cancels' then t.seller_id end, c.note
from demo_times t,
     lateral (select case t.plan when 'expired' then t.placed_at + interval '30 minutes' + make_interval(secs => pg_temp.dice(t.checkout_id, 120, 60))
                                 when 'silence' then t.placed_at + interval '48 hours' + make_interval(secs => pg_temp.dice(t.id, 120, 60))
                                 else case t.cancelled_in when 'pending' then t.placed_at when 'confirmed' then t.confirmed_at when 'processing' then t.processing_at
                                          else t.ready_at end + make_interval(secs => 120 + pg_temp.dice(t.id, 121, 480)) end as at,
                     case t.plan when 'expired' then 'not paid in time' when 'silence' then 'the seller did not answer'
                                 when 'buyer cancels' then pg_temp.pick(array['Changed my mind', 'Found it cheaper', 'Ordered by mistake', 'It takes too long'], t.id, 122)
                                 else pg_temp.pick(array['Out of stock after all', 'Damaged in the warehouse', 'Wrong price'], t.id, 123) end as note) c
where t.plan in ('expired', 'silence', 'buyer cancels', 'seller cancels') and c.at <= pg_temp.moment();
create index on demo_steps (order_id, nth);
analyze demo_steps;
