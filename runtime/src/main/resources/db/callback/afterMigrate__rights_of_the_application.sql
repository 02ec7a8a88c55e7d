-- What the application may do: work with rows, never with the tables themselves. After every migration, so that
-- another name of the role, or a new table, needs nothing else.
grant usage on schema public, engine, acting to "${app_role}";
grant usage, select on all sequences in schema public, engine to "${app_role}";
grant select on sequence acting.moment, acting.system_moment, acting.user_id, acting.guest_id, acting.seal to "${app_role}";
grant execute on all functions in schema public, engine to "${app_role}";

do
$$
declare
    part     regclass;
    tab      regclass;
    columns  text;
begin
    for tab in select c.oid::regclass from pg_class c
               where c.relnamespace in ('public'::regnamespace, 'engine'::regnamespace) and c.relkind in ('r', 'p', 'v')
                 and c.relname <> 'flyway_schema_history' loop
        if tab in ('users'::regclass, 'user_sessions'::regclass) then
            -- Hashes are reached through functions only.
            execute format('revoke select, update on %s from "${app_role}"', tab);
            execute format('grant insert, delete on %s to "${app_role}"', tab);
            select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
            where attrelid = tab and attnum > 0 and not attisdropped
              and attname not in ('password_hash', 'refresh_token', 'refresh_family', 'cookie');
            execute format('grant select (%1$s), update (%1$s) on %2$s to "${app_role}"', columns, tab);
        elsif tab = 'audit_logs'::regclass then
            -- What was done stays known until forget_audit_logs finds it old enough.
            execute format('revoke update, delete on %s from "${app_role}"', tab);
            execute format('grant select, insert on %s to "${app_role}"', tab);
        else
            execute format('grant select, insert, update, delete on %s to "${app_role}"', tab);
        end if;
    end loop;

    -- Rows of a partition are reached through its table, whose row-level security the partition does not have.
    for part in select inhrelid::regclass from pg_inherits join pg_class on pg_class.oid = inhparent
                where relkind = 'p' and relnamespace = 'public'::regnamespace loop
        execute format('revoke all on table %s from "${app_role}"', part);
    end loop;

    -- A temporary table would stand before the real one of its name for whoever gets the connection next.
    execute format('revoke temporary on database %I from public, "${app_role}"', current_database());
end
$$;
revoke create on schema public from public;

-- A function that raises itself by a setting needs its owner's rights for it: the application's role cannot.
do
$$
declare
    raising regprocedure;
begin
    for raising in select oid::regprocedure from pg_proc
                   where pronamespace = 'public'::regnamespace and not prosecdef and prokind = 'f'
                     and prosrc like '%set_config(''gogomarket.grants'', ''system''%' loop
        execute format('alter function %s security definer set search_path = public, pg_temp', raising);
    end loop;
end
$$;
