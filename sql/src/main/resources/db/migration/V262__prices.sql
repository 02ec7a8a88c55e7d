-- Nothing is sold for nothing, and no price is larger than a full cart can add up.

select set_config('gogomarket.grants', 'system', true);
update products set sale_price = null, sale_active = false, sale_ends_at = null where sale_price = 0;

alter table products drop constraint products_base_price_check;
alter table products add constraint price_in_range check (base_price > 0 and base_price <= 100000000000);
alter table products add constraint sale_is_not_for_nothing check (sale_price > 0);
alter table product_variants add constraint adjustment_in_range check (abs(price_adjustment) <= 100000000000);
