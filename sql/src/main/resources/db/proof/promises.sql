-- The promises of the marketplace, each as queries that return what breaks it: none must return a row.
-- A query has a heading "promise <number>: <what must hold>" and ends with a semicolon; its column "violation" is one
-- line for a person. "needs <relation>" in a heading skips the query where that relation is not there.
-- They are run as system: the connection sets gogomarket.grants before. They only read, and look at everything.

-- promise 1: the postings of an entry sum to zero
select format('entry %s sums to %s', entry_id, sum(amount)) as violation
from postings group by entry_id having sum(amount) <> 0;

-- promise 1: an entry has at least two postings
select format('entry %s has %s postings', e.id, count(p.id)) as violation
from journal_entries e left join postings p on p.entry_id = e.id group by e.id having count(p.id) < 2;

-- promise 1: all postings together sum to zero
select format('the journal sums to %s', sum(amount)) as violation from postings having sum(amount) <> 0;

-- promise 1: a wallet's balance is the sum of the postings to its account, and never below zero
select format('wallet %s holds %s, its postings sum to %s', w.id, w.balance, coalesce(p.amount, 0)) as violation
from wallets w left join (select account_id, sum(amount) as amount from postings group by account_id) p using (account_id)
where w.balance <> coalesce(p.amount, 0) or w.balance < 0;

-- promise 1: a wallet's balance is the sum of its lines
select format('wallet %s holds %s, its lines sum to %s', w.id, w.balance, coalesce(t.amount, 0)) as violation
from wallets w left join (select wallet_id, sum(amount) as amount from wallet_transactions group by wallet_id) t on t.wallet_id = w.id
where w.balance <> coalesce(t.amount, 0);

-- promise 1: a line continues where the line before it ended, and not before it in time
select format('line %s of wallet %s begins with %s, the line before ends with %s', id, wallet_id, balance_before, previous) as violation
from (select id, wallet_id, balance_before, created_at, lag(balance_after, 1, 0.00) over lines as previous, lag(created_at) over lines as previously
      from wallet_transactions window lines as (partition by wallet_id order by id)) t
where balance_before <> previous or created_at < previously;

-- promise 1: every posting to a wallet has its line, which says the same
select format('posting %s of %s on wallet %s: line %s of %s', p.id, p.amount, w.id, t.id, t.amount) as violation
from postings p join wallets w using (account_id) left join wallet_transactions t on t.posting_id = p.id
where t.id is null or t.amount <> p.amount or t.wallet_id <> w.id;

-- promise 1: nobody's debt turns into a credit, no courier hands in more than was taken
select format('account %s (%s of user %s) stands at %s', a.id, a.kind, a.user_id, sum(p.amount)) as violation
from ledger_accounts a join postings p on p.account_id = a.id
where a.kind in ('receivable', 'courier_cash') group by a.id having sum(p.amount) > 0;

-- promise 1: the escrow of an order is what was paid for it and neither refunded nor released
select format('order %s (%s, %s) holds %s in escrow instead of %s', id, status, payment_status, escrow, wanted) as violation
from (select o.id, o.status, o.payment_status, coalesce(p.escrow, 0) as escrow,
             case when o.payment_method = 'cash' and o.cash_handed_in_at is null or o.payment_method <> 'cash' and o.payment_status in ('pending', 'failed') then 0
                  else coalesce(r.promised, 0) + case when o.status = 'cancelled' or o.settled_at is not null then 0 else o.total_amount - o.refunded_amount end end as wanted
      from orders o
      left join (select p.order_id, sum(p.amount) as escrow from postings p join ledger_accounts a on a.id = p.account_id
                 where a.kind = 'escrow' group by p.order_id) p on p.order_id = o.id
      left join (select order_id, sum(amount) as promised from refunds where status = 'pending' group by order_id) r on r.order_id = o.id) e
where escrow <> wanted;

-- promise 1: cash is with the courier from delivery until it is handed in
select format('order %s: %s with the courier instead of %s', id, held, wanted) as violation
from (select o.id, coalesce(p.held, 0) as held,
             case when o.payment_method = 'cash' and o.status in ('delivered', 'refunded') and o.cash_handed_in_at is null then o.total_amount else 0 end as wanted
      from orders o
      left join (select p.order_id, sum(p.amount) as held from postings p join ledger_accounts a on a.id = p.account_id
                 where a.kind = 'cash_on_delivery' group by p.order_id) p on p.order_id = o.id) c
where held <> wanted;

-- promise 1: what came in or went out by bank or till stands on a line of its own
select format('%s of %s, line %s: %s bookings, %s lines', b.direction, b.source, b.reference, b.bookings, count(l.reference)) as violation
from (select source, direction, reference, count(*) as bookings
      from (select source, 'in'::bank_direction_enum as direction, reference from deposits
            union all
            select 'bank', 'in', provider_payment_id from payments where provider = 'bank_transfer' and amount > 0
            union all
            select 'bank', 'out', reference from refunds where reference is not null) booked
      group by source, direction, reference) b
left join bank_lines l on (l.source, l.direction, l.reference) = (b.source, b.direction, b.reference)
group by b.direction, b.source, b.reference, b.bookings having b.bookings <> 1 or count(l.reference) <> 1;

-- promise 2: stock is never below zero unless backorder is allowed
select format('product %s has %s in stock', id, stock_quantity) as violation from products where stock_quantity < 0 and not allow_backorder
union all
select format('variant %s has %s in stock', id, stock_quantity) from product_variants where stock_quantity < 0 and not allow_backorder;

-- promise 3: a checkout has one successful payment at most
select format('checkout %s has %s payments', checkout_id, count(*)) as violation
from payments where status not in ('pending', 'failed') group by checkout_id having count(*) > 1;

-- promise 3: a payment enters the journal once, an order is settled once
select format('%s %s has %s entries of type %s', reference_type, reference_id, count(*), type) as violation
from journal_entries
where (type = 'purchase' and reference_type = 'payment') or (type = 'earning' and reference_type = 'order')
group by reference_type, reference_id, type having count(*) > 1;

-- promise 3: a checkout costs what its orders cost, less what was cancelled before it was paid, and its payment is over that
select format('checkout %s over %s: its orders cost %s', id, total_amount, asked) as violation
from (select c.id, c.total_amount, coalesce(sum(o.total_amount) filter (where o.status <> 'cancelled' or o.payment_status not in ('pending', 'failed')), 0) as asked
      from checkouts c left join orders o on o.checkout_id = c.id group by c.id) t
where total_amount <> asked
union all
select format('payment %s over %s, of which %s is waived, for checkout %s over %s', p.id, p.amount, p.waived_amount, c.id, c.total_amount)
from payments p join checkouts c on c.id = p.checkout_id where p.amount - p.waived_amount <> c.total_amount;

-- promise 3: every item has one commission, the seller's own
select format('item %s of order %s: commission %s', i.id, i.order_id, m.id) as violation
from order_items i join orders o on o.id = i.order_id left join commissions m on m.order_item_id = i.id
where m.id is null or m.order_id <> i.order_id or m.seller_id <> o.seller_id or m.order_amount <> i.subtotal - i.discount_amount;

-- promise 4: an order is the sum of its items
select format('order %s: subtotal %s, items %s; tax %s, items %s; commission %s, items %s', o.id, o.subtotal, i.subtotal, o.tax_amount, i.tax, o.commission_amount, i.commission) as violation
from orders o
join (select i.order_id, sum(i.subtotal) as subtotal, sum(i.tax_amount) as tax, sum(m.commission_amount) as commission
      from order_items i left join commissions m on m.order_item_id = i.id group by i.order_id) i on i.order_id = o.id
where (o.subtotal, o.tax_amount, o.commission_amount) is distinct from (i.subtotal, i.tax, i.commission)
union all
select format('order %s has no items', o.id) from orders o where not exists (select from order_items i where i.order_id = o.id);

-- promise 4: what the buyer paid and did not get back = seller + commission + courier + tax, less what the platform added
select format('order %s: paid %s - refunded %s <> seller %s + commission %s + courier %s + tax %s + platform %s', id, total_amount, refunded_amount, seller, commission, courier, tax, platform) as violation
from (select o.id, o.total_amount, o.refunded_amount,
             coalesce(sum(p.amount) filter (where a.kind in ('wallet', 'receivable') and a.user_id = o.seller_id), 0) as seller,
             -- One account can be both, and the courier can be the buyer, too: his share is what he earned.
             coalesce(sum(p.amount) filter (where a.kind in ('wallet', 'receivable') and a.user_id = o.courier_id and a.user_id <> o.seller_id
                                            and e.type = 'earning'), 0) as courier,
             coalesce(sum(p.amount) filter (where a.kind = 'commission_revenue'), 0) as commission,
             coalesce(sum(p.amount) filter (where a.kind = 'tax_payable'), 0) as tax,
             coalesce(sum(p.amount) filter (where a.kind in ('delivery_subsidy', 'goodwill')), 0) as platform
      from orders o join postings p on p.order_id = o.id join ledger_accounts a on a.id = p.account_id join journal_entries e on e.id = p.entry_id
      where o.settled_at is not null
      group by o.id) s
where total_amount - refunded_amount <> seller + commission + courier + tax + platform;

-- promise 4: refunds of an order add up to what it says was refunded
select format('order %s says %s was refunded, its refunds say %s', o.id, o.refunded_amount, coalesce(sum(r.amount), 0)) as violation
from orders o left join refunds r on r.order_id = o.id and r.status not in ('failed', 'reversed')
group by o.id having o.refunded_amount <> coalesce(sum(r.amount), 0);

-- promise 4: the commission of a settled order is what its items paid
select format('order %s: %s to the platform, its items say %s', o.id, coalesce(p.amount, 0), m.paid) as violation
from orders o
join (select order_id, sum(coalesce(paid_amount, 0)) as paid from commissions group by order_id) m on m.order_id = o.id
left join (select p.order_id, sum(p.amount) as amount from postings p join ledger_accounts a on a.id = p.account_id
           where a.kind = 'commission_revenue' group by p.order_id) p on p.order_id = o.id
where o.settled_at is not null and coalesce(p.amount, 0) <> m.paid;

-- promise 4: no money is released before the hold is over, or while a dispute blocks it
select format('order %s was settled at %s, its hold lasts until %s', id, settled_at, hold_until) as violation
from orders where settled_at is not null and status = 'delivered' and settled_at < hold_until
union all
select format('order %s was settled at %s and is frozen since %s', id, settled_at, frozen_at) from orders where settled_at > frozen_at;

-- promise 5: each status was reachable from the one before, and not before it in time
select format('order %s went from %s to %s at %s', order_id, coalesce(previous::text, 'nothing'), status, created_at) as violation
from (select order_id, status, created_at, lag(status) over steps as previous, lag(created_at) over steps as previously
      from order_status_history window steps as (partition by order_id order by id)) h
where created_at < previously
   or case when previous is null then status <> 'pending'
           else previous <> status and not exists (select from order_transitions t where t.from_status = previous and t.to_status = status) end;

-- promise 5: an order's status is the last of its history
select format('order %s is %s, its history says %s', o.id, o.status, h.status) as violation
from orders o
left join (select distinct on (order_id) order_id, status from order_status_history order by order_id, id desc) h on h.order_id = o.id
where o.status is distinct from h.status;

-- promise 5: a row bears the time at which it was written, not the one at which its transaction began
select format('column %s of %s', a.attname, a.attrelid::regclass) as violation
from pg_attrdef d join pg_attribute a on (a.attrelid, a.attnum) = (d.adrelid, d.adnum) join pg_class c on c.oid = a.attrelid
where c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history' and pg_get_expr(d.adbin, d.adrelid) in ('now()', 'CURRENT_TIMESTAMP');

-- promise 5: what is shipped has a delivery, and nothing else has
select format('order %s has no delivery', o.id) as violation
from orders o where o.delivery_quote is not null and not exists (select from deliveries d where d.order_id = o.id)
union all
select format('order %s has a delivery, and nothing is shipped', o.id) from deliveries d join orders o on o.id = d.order_id where o.delivery_quote is null;

-- promise 6: an open dispute has its process; needs engine.act_ru_execution
select format('dispute %s is %s, but its process %s does not run', d.id, d.status, d.process_instance_id) as violation
from disputes d
where d.status <> 'closed' and not exists (select from engine.act_ru_execution x where x.id_ = d.process_instance_id);

-- promise 6: a dispute's process that runs has an open dispute; needs engine.act_ru_execution
select format('process %s of a dispute runs without an open dispute', x.id_) as violation
from engine.act_ru_execution x join engine.act_re_procdef p on p.id_ = x.proc_def_id_
where p.key_ = 'dispute' and x.parent_id_ is null
  and not exists (select from disputes d where d.process_instance_id = x.id_ and d.status <> 'closed');

-- promise 6: the money of an order is frozen as long as its dispute is not decided, and no longer
select format('order %s is frozen since %s without a dispute', o.id, o.frozen_at) as violation
from orders o where o.frozen_at is not null and not exists (select from disputes d where d.order_id = o.id and d.status <> 'closed')
union all
select format('dispute %s is %s, but order %s is not frozen', d.id, d.status, d.order_id)
from disputes d join orders o on o.id = d.order_id where d.status in ('open', 'in_progress') and o.frozen_at is null;

-- promise 7: row-level security is forced on every table that belongs to somebody
select format('table %s is not under forced row-level security', c.relname) as violation
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  and not (c.relrowsecurity and c.relforcerowsecurity)
  and exists (select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
              and a.attname in ('user_id', 'buyer_id', 'seller_id', 'courier_id', 'owner_id', 'order_id', 'checkout_id', 'wallet_id', 'cart_id', 'dispute_id', 'guest_session_id'));
