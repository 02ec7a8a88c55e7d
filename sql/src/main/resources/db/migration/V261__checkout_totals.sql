-- What a checkout costs is what is asked for, or was paid: an order that is cancelled before it was paid does not count.

comment on column checkouts.total_amount is 'what its orders cost, without those that were cancelled before they were paid';

select set_config('gogomarket.grants', 'system', true);
update checkouts c set total_amount = c.total_amount - o.waived
from (select checkout_id, sum(total_amount) as waived from orders
      where status = 'cancelled' and payment_status in ('pending', 'failed') group by checkout_id having sum(total_amount) > 0) o
where o.checkout_id = c.id;
