-- The money of all this, entry by entry in the order of time, as the ledger writes it: credits first, then debits;
-- lines of a wallet continue where the one before ended.

insert into ledger_accounts (id, kind, user_id, created_at)
select 1000 + id, 'wallet', id, joined from demo_people order by id;
insert into ledger_accounts (id, kind, user_id, created_at)
select 10000 + id, 'courier_cash', id, joined from demo_people where role = 'courier' order by id;
insert into wallets (id, user_id, account_id, created_at, updated_at)
select id, id, 1000 + id, joined, joined from demo_people order by id;

-- A payment per checkout. Cash is collected order by order, as the couriers hand it in; of cancelled orders it is waived.
insert into payments (id, checkout_id, provider, amount, collected_amount, waived_amount, refunded_amount, status, paid_at, created_at, updated_at)
select c.id, c.id, case c.method when 'cash' then 'cash' else 'wallet' end, p.asked, p.collected, p.waived, p.refunded,
       (case when p.collected + p.waived < p.asked then 'pending' when p.collected = 0 then 'failed' when p.refunded = 0 then 'paid'
             when p.refunded < p.collected then 'partially_refunded' else 'refunded' end)::payment_status_enum,
       p.paid_at, c.placed_at, coalesce(p.paid_at, c.placed_at)
from demo_checkouts c
join (select o.checkout_id, sum(o.total_amount) as asked, min(coalesce(x.paid_at, x.handed_in_at)) as paid_at,
             sum(case when coalesce(x.paid_at, x.handed_in_at) is not null then o.total_amount else 0 end) as collected,
             sum(case when x.paid_at is null and x.cancelled_on is not null then o.total_amount else 0 end) as waived, sum(o.refunded_amount) as refunded
      from orders o join demo_outcomes x using (id) group by o.checkout_id) p on p.checkout_id = c.id
where c.method in ('gogomoney', 'cash')
order by c.id;

insert into refunds (id, order_id, payment_id, user_id, amount, reason, method, status, requested_by, completed_by, completed_at, created_at)
select row_number() over (order by r.at, r.id), r.id, r.checkout_id, r.buyer_id, r.amount, r.reason, 'gogomoney', 'completed', r.asked_by, r.asked_by, r.at, r.at
from (select o.id, o.checkout_id, d.buyer_id, o.refund as amount, o.refund_at as at,
             pg_temp.pick(array['The goods came damaged', 'Not as described', 'A part was missing', 'The size does not fit'], o.id, 135) as reason, 'user:5' as asked_by
      from demo_outcomes o join demo_orders d using (id) where o.refund is not null
      union all
      select o.id, o.checkout_id, d.buyer_id, d.subtotal + d.shipping_cost, o.cancelled_on, o.cancelled_why, coalesce('user:' || o.cancelled_by, 'system:orders')
      from demo_outcomes o join demo_orders d using (id) where o.cancelled_on is not null and o.paid_at is not null) r;

-- Buyers fill their wallets before every third purchase, with enough for the next three.
insert into deposits (id, user_id, amount, source, reference, recorded_by, created_at)
select row_number() over (order by d.at, d.buyer_id), d.buyer_id, d.amount, case when pg_temp.dice(d.buyer_id, 136, 4) = 0 then 'cash' else 'bank' end::deposit_source_enum,
       'DEMO-' || lpad((row_number() over (order by d.at, d.buyer_id))::text, 6, '0'), 'user:3', d.at
from (select p.buyer_id, min(p.placed_at) - make_interval(secs => 3600 + pg_temp.dice(p.buyer_id, 137, 30000)) as at, ceil(sum(p.total) / 100000) * 100000 as amount
      from (select c.buyer_id, c.placed_at, k.total_amount as total, (row_number() over (partition by c.buyer_id order by c.placed_at) - 1) / 3 as round
            from demo_checkouts c join checkouts k using (id)
            where c.method = 'gogomoney' and k.status = 'paid') p
      group by p.buyer_id, p.round
      union all
      -- The demo buyer and his neighbours have something left to spend.
      select id, pg_temp.moment() - interval '3 days' + make_interval(secs => id::integer), 20000000 from generate_series(101, 200) id) d;

insert into bank_lines (source, direction, reference, recorded_by, created_at)
select source, 'in', reference, recorded_by, created_at from deposits;

create temp table demo_entries on commit drop as
select row_number() over (order by e.at, e.kind, e.reference_id) as id, e.*
from (select 1 as kind, d.created_at as at, 'deposit'::transaction_type_enum as type, 'deposit' as reference_type, d.id as reference_id, 'Deposit ' || d.reference as description, 'user:3' as recorded_by
      from deposits d
      union all
      select 2, p.paid_at, 'purchase', 'payment', p.id, 'Purchase', 'user:' || c.buyer_id
      from payments p join checkouts c on c.id = p.checkout_id where p.provider = 'wallet'
      union all
      select 3, o.actual_delivery_date, 'purchase', 'order', o.id, 'Cash taken by the courier', 'user:' || o.courier_id
      from orders o where o.payment_method = 'cash' and o.actual_delivery_date is not null
      union all
      select 4, o.cash_handed_in_at, 'purchase', 'order', o.id, 'Cash handed in', 'user:3'
      from orders o where o.cash_handed_in_at is not null
      union all
      select 5, r.completed_at, 'refund', 'refund', r.id, 'Refund', r.requested_by
      from refunds r
      union all
      select 6, o.settled_at, 'earning', 'order', o.id, 'Settlement of order ' || o.order_number, 'system:settlement'
      from orders o where o.settled_at is not null) e;
create unique index on demo_entries (kind, reference_id);
analyze demo_entries;

-- What a settled order gives to whom: refunds are taken from the goods first; tax and commission shrink with them; the courier is paid in full.
create temp table demo_shares on commit drop as
select s.*, s.goods_left - s.tax - s.commission as seller, greatest(s.courier_fee - s.shipping_left, 0) as subsidy, greatest(s.shipping_left - s.courier_fee, 0) as surplus
from (select o.id, o.seller_id, o.courier_id, o.courier_fee, g.goods_left, o.total_amount - o.refunded_amount as paid, o.total_amount - o.refunded_amount - g.goods_left as shipping_left,
             least(round(o.tax_amount * g.goods_left / o.subtotal, 2), g.goods_left) as tax,
             least(round(o.commission_amount * g.goods_left / o.subtotal, 2), g.goods_left - least(round(o.tax_amount * g.goods_left / o.subtotal, 2), g.goods_left)) as commission
      from orders o, lateral (select greatest(o.subtotal - o.discount_amount - o.refunded_amount, 0) as goods_left) g
      where o.settled_at is not null) s;

create temp table demo_legs on commit drop as
select e.id as entry_id, l.nth, case when l.kind = 'wallet' then 1000 + l.user_id when l.kind = 'courier_cash' then 10000 + l.user_id else a.id end as account_id,
       case when l.kind = 'wallet' then l.user_id end as wallet_id, l.amount, l.order_id
from (select 1 as entry_kind, d.id as reference_id, l.* from deposits d,
             lateral (values (1, 'wallet', d.user_id, d.amount, null::bigint), (2, d.source || '_clearing', null, -d.amount, null)) l (nth, kind, user_id, amount, order_id)
      union all
      select 2, o.checkout_id, o.id, 'escrow', null, o.total_amount, o.id from orders o where o.payment_method = 'gogomoney'
      union all
      select 2, c.id, 1000000000, 'wallet', c.buyer_id, -c.total_amount, null from checkouts c where c.payment_method = 'gogomoney'
      union all
      select 3, o.id, l.* from orders o, lateral (values (1, 'cash_on_delivery', null::bigint, o.total_amount, o.id), (2, 'courier_cash', o.courier_id, -o.total_amount, o.id)) l
      where o.payment_method = 'cash' and o.actual_delivery_date is not null
      union all
      select 4, o.id, l.* from orders o, lateral (values (1, 'courier_cash', o.courier_id, o.total_amount, o.id), (2, 'escrow', null, o.total_amount, o.id),
                                                        (3, 'cash_clearing', null, -o.total_amount, o.id), (4, 'cash_on_delivery', null, -o.total_amount, o.id)) l
      where o.cash_handed_in_at is not null
      union all
      select 5, r.id, l.* from refunds r join orders o on o.id = r.order_id, lateral (values (1, 'wallet', o.buyer_id, r.amount, o.id), (2, 'escrow', null, -r.amount, o.id)) l
      union all
      select 6, s.id, l.* from demo_shares s,
             lateral (values (1, 'tax_payable', null::bigint, s.tax, s.id), (2, 'commission_revenue', null, s.commission, s.id), (3, 'wallet', s.courier_id, s.courier_fee, s.id),
                             (4, 'wallet', s.seller_id, s.seller, s.id), (5, 'delivery_subsidy', null, s.surplus, s.id), (6, 'escrow', null, -s.paid, s.id), (7, 'delivery_subsidy', null, -s.subsidy, s.id)) l) l
join demo_entries e on e.kind = l.entry_kind and e.reference_id = l.reference_id
left join ledger_accounts a on a.kind::text = l.kind and a.user_id is null
where l.amount <> 0;

insert into journal_entries (id, type, reference_type, reference_id, description, recorded_by, created_at)
select id, type, reference_type, reference_id, description, recorded_by, at from demo_entries order by id;

create temp table demo_postings on commit drop as
select row_number() over (order by entry_id, nth) as id, entry_id, account_id, wallet_id, amount, order_id from demo_legs;
create temp table demo_lines on commit drop as
select row_number() over (order by id) as id, wallet_id, id as posting_id, entry_id, amount, sum(amount) over (partition by wallet_id order by id) as balance_after
from demo_postings where wallet_id is not null;
analyze demo_postings, demo_lines;

-- Postings, lines and balances in one statement: they are checked against each other when it ends.
with posted as (
    insert into postings (id, entry_id, account_id, amount, order_id)
    select id, entry_id, account_id, amount, order_id from demo_postings order by id
), moved as (
    update wallets w set balance = l.balance
    from (select wallet_id, sum(amount) as balance from demo_lines group by wallet_id) l
    where l.wallet_id = w.id
)
insert into wallet_transactions (id, wallet_id, posting_id, type, amount, balance_before, balance_after, reference_type, reference_id, description, created_at)
select l.id, l.wallet_id, l.posting_id, e.type, l.amount, l.balance_after - l.amount, l.balance_after, e.reference_type, e.reference_id, e.description, e.at
from demo_lines l join demo_entries e on e.id = l.entry_id
order by l.id;

-- After a refund the items share what is left of the commission in proportion; the last one takes the rest.
insert into commissions (id, order_id, order_item_id, rule_id, seller_id, commission_rate, commission_amount, order_amount, status, paid_amount, paid_at, created_at)
select c.order_item_id, c.order_id, c.order_item_id, c.rule_id, c.seller_id, c.rate, c.amount, c.order_amount,
       case when o.status in ('cancelled', 'refunded') then 'cancelled' when o.settled_at is not null then 'paid' else 'pending' end::commission_status_enum,
       case when o.status = 'delivered' and o.settled_at is not null then
            case when c.last then c.due - (sum(c.part) over (partition by c.order_id) - c.part) else c.part end end,
       case when o.status = 'delivered' then o.settled_at end, o.created_at
from (select c.*, s.commission as due, coalesce(trunc(s.commission * c.amount / nullif(sum(c.amount) over (partition by c.order_id), 0), 2), 0) as part,
             c.order_item_id = max(c.order_item_id) over (partition by c.order_id) as last
      from demo_commissions c left join demo_shares s on s.id = c.order_id) c
join orders o on o.id = c.order_id
order by c.order_item_id;
