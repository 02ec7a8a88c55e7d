-- A row bears the time at which it was written. now() is the beginning of the transaction: whoever waited for a lock
-- wrote behind a row that bears a later time than his own. (Flyway holds its own table while it migrates.)

do $$
declare
    written record;
begin
    for written in
        select a.attrelid::regclass as relation, a.attname as name
        from pg_attrdef d join pg_attribute a on (a.attrelid, a.attnum) = (d.adrelid, d.adnum) join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history' and pg_get_expr(d.adbin, d.adrelid) in ('now()', 'CURRENT_TIMESTAMP')
    loop
        execute format('alter table %s alter column %I set default clock_timestamp()', written.relation, written.name);
    end loop;
end
$$;

create or replace function touch_updated_at() returns trigger
    language plpgsql as
$$
begin
    new.updated_at := clock_timestamp();
    return new;
end
$$;
