-- Stock is locked before it is moved: rows of products, then of variants, in order of id. What crosses zero changes the
-- list by trigger; its rows come after all of them. Before, one line's row of the list was held while the next line's
-- variant was waited for, and the buyer of that variant waited for the row of the list.

create function lock_stock(products_wanted bigint[], variants_wanted bigint[], with_list boolean default false)
    returns void
    language plpgsql as
$$
begin
    perform from products
    where id = any (array(select w.p from unnest(products_wanted, variants_wanted) as w (p, v) where w.v = 0))
    order by id for no key update;
    perform from product_variants where id = any (variants_wanted) order by id for no key update;
    if with_list then
        perform from listed_products where product_id = any (products_wanted) order by product_id for no key update;
    end if;
end
$$;

create or replace function take_stock(wanted_products bigint[], wanted_variants bigint[], wanted_quantities bigint[])
    returns table (product_id bigint, variant_id bigint, wanted bigint, available bigint)
    language plpgsql as
$$
declare
    line record;
begin
    perform lock_stock(wanted_products, wanted_variants);
    for line in select w.p, w.v, sum(w.q) as q
                from unnest(wanted_products, wanted_variants, wanted_quantities) as w (p, v, q)
                group by w.p, w.v order by w.p, w.v loop
        if line.v = 0 then
            update products p
            set stock_quantity = p.stock_quantity - line.q, stock_version = p.stock_version + 1
            where p.id = line.p and p.status = 'active' and p.deleted_at is null and not p.has_variants
              and (p.stock_quantity >= line.q or p.allow_backorder);
        else
            update product_variants v
            set stock_quantity = v.stock_quantity - line.q, stock_version = v.stock_version + 1
            where v.id = line.v and v.product_id = line.p and v.is_active and v.deleted_at is null
              and (v.stock_quantity >= line.q or v.allow_backorder)
              and exists (select from products p
                          where p.id = line.p and p.status = 'active' and p.deleted_at is null);
        end if;
        if not found then
            product_id := line.p;
            variant_id := nullif(line.v, 0);
            wanted := line.q;
            available := coalesce(
                    (select greatest(case when line.v = 0 then p.stock_quantity else v.stock_quantity end, 0)
                     from products p
                     left join product_variants v on v.id = line.v and v.product_id = p.id and v.is_active
                                                     and v.deleted_at is null
                     where p.id = line.p and p.status = 'active' and p.deleted_at is null
                       and p.has_variants = (line.v <> 0)), 0);
            return next;
        end if;
    end loop;
end
$$;

create or replace function give_back_stock(products_back bigint[], variants_back bigint[], quantities_back bigint[])
    returns table (product_id bigint, variant_id bigint, quantity bigint)
    language plpgsql as
$$
declare
    line record;
begin
    perform lock_stock(products_back, variants_back);
    for line in select w.p, w.v, sum(w.q) as q
                from unnest(products_back, variants_back, quantities_back) as w (p, v, q)
                group by w.p, w.v order by w.p, w.v loop
        if line.v = 0 then
            update products p
            set stock_quantity = p.stock_quantity + line.q, stock_version = p.stock_version + 1
            where p.id = line.p and not p.has_variants;
        else
            update product_variants v
            set stock_quantity = v.stock_quantity + line.q, stock_version = v.stock_version + 1
            where v.id = line.v and v.product_id = line.p;
        end if;
        if not found then
            product_id := line.p;
            variant_id := nullif(line.v, 0);
            quantity := line.q;
            return next;
        end if;
    end loop;
end
$$;
