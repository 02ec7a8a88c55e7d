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
    readable text;
    writable text;
    -- Hashes are reached through functions only.
    hidden   constant text[] := '{users.password_hash,user_sessions.refresh_token,user_sessions.refresh_family,user_sessions.cookie}';
    -- By what somebody is found, and whose a session is, stays as it was written.
    fixed    constant text[] := '{users.id,users.uuid,users.email,users.email_verified,users.created_at,users.deleted_at,
        user_sessions.id,user_sessions.user_id,user_sessions.token,user_sessions.created_at,
        user_sessions.ip_address,user_sessions.user_agent,user_sessions.tasklist,
        guest_sessions.id,guest_sessions.token,guest_sessions.created_at}';
begin
    for tab in select c.oid::regclass from pg_class c
               where c.relnamespace in ('public'::regnamespace, 'engine'::regnamespace) and c.relkind in ('r', 'p', 'v')
                 and c.relname <> 'flyway_schema_history' loop
        if tab in ('users'::regclass, 'user_sessions'::regclass, 'guest_sessions'::regclass) then
            select string_agg(quote_ident(attname), ', ') filter (where name <> all (hidden)),
                   string_agg(quote_ident(attname), ', ') filter (where name <> all (hidden || fixed))
            into readable, writable
            from (select attname, tab::text || '.' || attname as name from pg_attribute
                  where attrelid = tab and attnum > 0 and not attisdropped) a;
            execute format('revoke select, update, delete on %s from "${app_role}"', tab);
            execute format('grant insert, select (%s), update (%s) on %s to "${app_role}"', readable, writable, tab);
            if tab <> 'users'::regclass then -- an account is never deleted: its orders and its money stay
                execute format('grant delete on %s to "${app_role}"', tab);
            end if;
        elsif tab = 'audit_logs'::regclass then
            -- What was done stays known until forget_audit_logs finds it old enough.
            execute format('revoke update, delete on %s from "${app_role}"', tab);
            execute format('grant select, insert on %s to "${app_role}"', tab);
        elsif tab in ('order_transitions'::regclass, 'payment_gateways'::regclass, 'shipping_providers'::regclass) then
            execute format('revoke insert, update, delete on %s from "${app_role}"', tab); -- migrations write them
            execute format('grant select on %s to "${app_role}"', tab);
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
