-- Taking stock tells, in the same statement, what became little by it: the stock came down to what the seller calls low.

drop function take_stock(bigint[], bigint[], bigint[]);

-- A row for what is short, and for what was taken and is low from now on.
create function take_stock(wanted_products bigint[], wanted_variants bigint[], wanted_quantities bigint[])
    returns table (product_id bigint, variant_id bigint, seller_id bigint, short boolean, wanted bigint, available bigint)
    language plpgsql as
$$
declare
    line   record;
    is_low boolean;
begin
    perform lock_stock(wanted_products, wanted_variants);
    for line in select w.p, w.v, sum(w.q) as q
                from unnest(wanted_products, wanted_variants, wanted_quantities) as w (p, v, q)
                group by w.p, w.v order by w.p, w.v loop
        product_id := line.p;
        variant_id := nullif(line.v, 0);
        wanted := line.q;
        if line.v = 0 then
            update products p
            set stock_quantity = p.stock_quantity - line.q, stock_version = p.stock_version + 1
            where p.id = line.p and p.status = 'active' and p.deleted_at is null and not p.has_variants
              and (p.stock_quantity >= line.q or p.allow_backorder)
            returning p.seller_id, p.stock_quantity,
                p.stock_quantity <= p.low_stock_threshold and p.stock_quantity + line.q > p.low_stock_threshold
                into seller_id, available, is_low;
        else
            update product_variants v
            set stock_quantity = v.stock_quantity - line.q, stock_version = v.stock_version + 1
            from products p
            where v.id = line.v and v.product_id = line.p and v.is_active and v.deleted_at is null
              and (v.stock_quantity >= line.q or v.allow_backorder)
              and p.id = line.p and p.status = 'active' and p.deleted_at is null
            returning p.seller_id, v.stock_quantity,
                v.stock_quantity <= p.low_stock_threshold and v.stock_quantity + line.q > p.low_stock_threshold
                into seller_id, available, is_low;
        end if;
        short := not found;
        if short then
            seller_id := null;
            available := coalesce(
                    (select greatest(case when line.v = 0 then p.stock_quantity else v.stock_quantity end, 0)
                     from products p
                     left join product_variants v on v.id = line.v and v.product_id = p.id and v.is_active
                                                     and v.deleted_at is null
                     where p.id = line.p and p.status = 'active' and p.deleted_at is null
                       and p.has_variants = (line.v <> 0)), 0);
            return next;
        elsif is_low then
            return next;
        end if;
    end loop;
end
$$;
