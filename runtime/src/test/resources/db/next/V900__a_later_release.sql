-- What a later release could want of a marketplace that has long been selling.
alter table orders add column total_tiyin bigint;
update orders set total_tiyin = total_amount * 100;
alter table orders alter column total_tiyin set not null;
