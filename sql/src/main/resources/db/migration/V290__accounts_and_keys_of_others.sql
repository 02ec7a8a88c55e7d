-- Somebody else's fate: whether an account may act, how it is found, and what opens the door for a partner's program. No
-- job needs to change any of it, so "system" may not. What is fixed once it is written (an account's e-mail address, whose
-- a session is) the callback that follows each migration gives nobody the right to update.

create function refuse_to_actor(what text) returns void
    language plpgsql as
$$
begin
    raise exception '% is not changed by %', what, coalesce(current_actor(), 'nobody') using errcode = 'insufficient_privilege';
end
$$;

-- Who manages users suspends others; the first admin of an empty marketplace is let in.
create function guard_account_status() returns trigger
    language plpgsql as
$$
begin
    if not (has_sequence_privilege('acting.seal', 'UPDATE') -- the owner, who migrates
        or current_actor() = 'system:first-admin'
        or (actor_has('users.manage') and old.id is distinct from current_user_id())) then
        perform refuse_to_actor('an account''s status');
    end if;
    return new;
end
$$;
create trigger users_guard_status before update on users
    for each row when (old.status is distinct from new.status) execute function guard_account_status();

create function guard_ended_session() returns trigger
    language plpgsql as
$$
begin
    if not has_sequence_privilege('acting.seal', 'UPDATE') then
        perform refuse_to_actor('the end of a session');
    end if;
    return new;
end
$$;
create trigger user_sessions_stay_ended before update on user_sessions
    for each row when (old.revoked_at is not null and new.revoked_at is null) execute function guard_ended_session();

-- A key is its owner's, who makes it in person: no program makes keys, no job does. An administrator of partners ends
-- keys; that it is used is noted by whoever finds it.
drop policy api_keys_own on api_keys;
create policy api_keys_make on api_keys for insert
    with check ((select current_actor()) = 'user:' || owner_id);
create policy api_keys_read on api_keys for select
    using (owner_id = (select current_user_id()) or (select actor_has('system')) or (select actor_has('partners.manage')));
create policy api_keys_change on api_keys for update
    using (owner_id = (select current_user_id()) or (select actor_has('system')) or (select actor_has('partners.manage')));
create policy api_keys_by_owner on api_keys to current_user using (true) with check (true);

create function guard_api_key() returns trigger
    language plpgsql as
$$
declare
    changed constant text[] := array(select n.key from jsonb_each(to_jsonb(new)) n
                                     where n.value is distinct from to_jsonb(old) -> n.key);
begin
    if has_sequence_privilege('acting.seal', 'UPDATE') -- the owner of the database, who migrates
        or changed <@ '{last_used_at}'
        or (old.revoked_at is null and changed <@ '{revoked_at}' and actor_has('partners.manage'))
        or (current_actor() = 'user:' || old.owner_id and not changed && '{id,owner_id,key_id,created_at}'
            and (old.revoked_at is null or new.revoked_at is not null)) then
        return new;
    end if;
    perform refuse_to_actor('a key');
    return new;
end
$$;
create trigger api_keys_guard before update on api_keys for each row execute function guard_api_key();
