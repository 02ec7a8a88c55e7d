-- Digital goods have no files yet: whoever bought one would get nothing.

select set_config('gogomarket.grants', 'system', true);
update products set status = 'inactive' where is_digital and status in ('active', 'out_of_stock');

alter table products add constraint digital_is_not_sold_yet check (not is_digital or status not in ('active', 'out_of_stock'));
