-- What no elevated use case and no job needs, and hence not even "system" may. The rights on columns and on
-- audit_logs are given in the callback that follows each migration.

-- Password hashes and refresh tokens ---------------------------------------------------------------------------

-- The one hash that somebody logs in against: the claims have to name the address.
create function password_to_check(wanted text) returns table (id bigint, password_hash varchar, status user_status_enum)
    language plpgsql security definer
    set search_path = public, pg_temp as
$$
begin
    if not acting.sealed() or not actor_has('log-in:' || encode(sha256(convert_to(wanted, 'UTF8')), 'hex')) then
        raise exception 'only a log-in reads a password''s hash, its own' using errcode = 'insufficient_privilege';
    end if;
    return query select u.id, u.password_hash, u.status from users u where u.email = wanted and u.deleted_at is null;
end
$$;

create function change_password(account bigint, hash text) returns void
    language plpgsql security definer
    set search_path = public, pg_temp as
$$
begin
    if not acting.sealed() or not actor_has('change-password:' || account) then
        raise exception 'only its owner changes a password' using errcode = 'insufficient_privilege';
    end if;
    update users set password_hash = hash where id = account;
end
$$;

-- Who knows the current refresh token puts the next one in its place.
create function replace_refresh_token(current_token text, next_token text, seen_at timestamptz, valid_until timestamptz)
    returns table (id bigint, user_id bigint, token varchar)
    language sql security definer
    set search_path = public, pg_temp as
$$
    update user_sessions s set refresh_token = next_token, last_activity_at = seen_at, expires_at = valid_until
    where s.refresh_token = current_token and s.revoked_at is null and s.expires_at > seen_at
    returning s.id, s.user_id, s.token
$$;

create function session_of_family(family text) returns table (id bigint, user_id bigint, token varchar, revoked_at timestamptz, expires_at timestamptz)
    language sql stable security definer
    set search_path = public, pg_temp as
$$
    select s.id, s.user_id, s.token, s.revoked_at, s.expires_at from user_sessions s where s.refresh_family = family
$$;

-- A session is opened by whose it is.
drop policy user_sessions_own on user_sessions;
create policy user_sessions_open on user_sessions for insert with check (user_id = (select current_user_id()));
create policy user_sessions_read on user_sessions for select
    using (user_id = (select current_user_id()) or (select actor_has('system')) or (select actor_has('users.manage')));
create policy user_sessions_change on user_sessions for update
    using (user_id = (select current_user_id()) or (select actor_has('system')) or (select actor_has('users.manage')));
create policy user_sessions_forget on user_sessions for delete
    using (user_id = (select current_user_id()) or (select actor_has('system')) or (select actor_has('users.manage')));

-- Who may do what ----------------------------------------------------------------------------------------------

-- What a kind of admin may do, as AdminRoleType says it; a test compares the two.
create function permissions_of(kind admin_role_enum) returns text[]
    language sql immutable parallel safe
    return case kind
        when 'super_admin' then array ['users.manage', 'verification.decide', 'catalog.manage', 'orders.manage',
            'delivery.assign', 'accounting.record', 'accounting.read', 'disputes.decide', 'settings.manage',
            'audit.read', 'partners.manage', 'shipping.manage', 'commissions.manage']
        when 'role_manager' then array ['users.manage', 'verification.decide']
        when 'accounting' then array ['accounting.record', 'accounting.read', 'commissions.manage']
        when 'technical_access' then array ['settings.manage', 'audit.read']
        end;

create function actor_may_grant(kind admin_role_enum, more jsonb) returns boolean
    language sql stable parallel restricted
    return not exists (select from unnest(permissions_of(kind)) p where not actor_has(p))
        and not exists (select from jsonb_array_elements_text(more) p where not actor_has(p));

-- Nobody gives what they do not hold; the first admin of an empty marketplace is the one exception.
drop policy admin_roles_manage on admin_roles;
drop policy admin_roles_read on admin_roles;
create policy admin_roles_read on admin_roles for select
    using (user_id = (select current_user_id()) or (select actor_has('system')) or (select actor_has('users.manage')));
create policy admin_roles_grant on admin_roles for insert
    with check (((select actor_has('users.manage')) and actor_may_grant(role_type, permissions))
                or (select current_actor()) = 'system:first-admin');
create policy admin_roles_change on admin_roles for update
    using ((select actor_has('users.manage')) or (select current_actor()) = 'system:first-admin')
    with check (((select actor_has('users.manage')) and actor_may_grant(role_type, permissions))
                or (select current_actor()) = 'system:first-admin');
create policy admin_roles_revoke on admin_roles for delete using ((select actor_has('users.manage')));

-- Only who decides about roles verifies one; everybody is a buyer.
drop policy user_roles_request on user_roles;
drop policy user_roles_decide on user_roles;
create policy user_roles_request on user_roles for insert
    with check ((user_id = (select current_user_id()) and verified_at is null)
                or ((select actor_has('system')) and role = 'buyer')
                or (select actor_has('verification.decide')));
create policy user_roles_decide on user_roles for update
    using ((select actor_has('system')) or (select actor_has('verification.decide')))
    with check (verified_at is null or (select actor_has('verification.decide')));

-- The owner, who migrates and loads the demo marketplace, is not the application.
create policy user_sessions_by_owner on user_sessions to current_user using (true) with check (true);
create policy admin_roles_by_owner on admin_roles to current_user using (true) with check (true);
create policy user_roles_by_owner on user_roles to current_user using (true) with check (true);

-- Audit rows ---------------------------------------------------------------------------------------------------

drop policy audit_logs_retention on audit_logs;

-- Forgets what is older than this, and never what is younger than two years: whole months, by dropping their
-- partitions.
create function forget_audit_logs(older_than interval) returns integer
    language plpgsql security definer
    set search_path = public, pg_temp
    set lock_timeout = '3s' as -- who writes an audit row would wait behind it: rather the next hour
$$
declare
    cut  constant timestamptz := now() - greatest(older_than, interval '2 years');
    part record;
    gone integer := 0;
begin
    for part in
        select c.oid::regclass as name, to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month' as ends
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'audit_logs'::regclass and c.relname ~ '^audit_logs_[0-9]{6}$'
    loop
        if part.ends <= cut then
            execute format('drop table %s', part.name);
            gone := gone + 1;
        end if;
    end loop;
    delete from audit_logs_default where created_at < cut;
    return gone;
end
$$;

-- The engine's deployed resources ------------------------------------------------------------------------------

-- A definition and its files are written once, by the deployment at the start of the application, and stay.
create function engine.guard_deployed() returns trigger
    language plpgsql
    set search_path = public, pg_temp as
$$
begin
    if has_sequence_privilege('acting.seal', 'UPDATE') then -- the owner, who migrates
        return coalesce(new, old);
    end if;
    if tg_op = 'INSERT' and current_actor() = 'system:deployment' then
        return new;
    end if;
    -- An administrator may suspend a definition and let it go on.
    if tg_op = 'UPDATE' and tg_table_name <> 'act_ge_bytearray'
        and to_jsonb(new) - '{rev_,suspension_state_}'::text[] = to_jsonb(old) - '{rev_,suspension_state_}'::text[] then
        return new;
    end if;
    raise exception 'what is deployed is not changed (%)', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger bytearray_is_deployed before insert on engine.act_ge_bytearray
    for each row when (new.deployment_id_ is not null) execute function engine.guard_deployed();
create trigger bytearray_stays_deployed before update on engine.act_ge_bytearray
    for each row when (old.deployment_id_ is not null or new.deployment_id_ is not null) execute function engine.guard_deployed();
create trigger bytearray_stays before delete on engine.act_ge_bytearray
    for each row when (old.deployment_id_ is not null) execute function engine.guard_deployed();
do
$$
declare
    definitions text;
begin
    foreach definitions in array array ['act_re_deployment', 'act_re_procdef', 'act_re_case_def', 'act_re_decision_def',
        'act_re_decision_req_def', 'act_re_camformdef'] loop
        execute format('create trigger is_deployed before insert or update or delete on engine.%I
                        for each row execute function engine.guard_deployed()', definitions);
    end loop;
end
$$;
