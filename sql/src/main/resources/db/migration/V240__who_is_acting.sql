-- Who is acting is proved, not said. Until now the policies read four settings that any statement of the application's
-- role could write. Now act_as takes a code that only the application can make (HMAC-SHA-256 over the claims, this
-- connection and a number used once), and what it found true lies where only it can write: in this session's values
-- of sequences. Anything in a transaction that act_as was not called in, or that says more than act_as was told,
-- counts as said by nobody. See docs/decisions/0054.

create schema acting;
comment on schema acting is 'who is acting; the application''s role may read it, only act_as writes it';

-- Written by the launcher at each start. Both halves are the key with its padding, so that two calls of sha256 make
-- an HMAC; pgcrypto is not needed.
create table acting.key (
    id          smallint primary key default 1 check (id = 1),
    inner_block bytea not null check (length(inner_block) = 64),
    outer_block bytea not null check (length(outer_block) = 64)
);

-- Unlogged: only what a session has set itself is ever read.
create unlogged sequence acting.moment minvalue -9223372036854775808;
create unlogged sequence acting.system_moment minvalue -9223372036854775808;
create unlogged sequence acting.user_id minvalue 0;
create unlogged sequence acting.guest_id minvalue 0;
create unlogged sequence acting.seal minvalue -9223372036854775808;
create unlogged sequence acting.turn minvalue 0;
comment on sequence acting.moment is 'the transaction, by its time, that the other values belong to';
comment on sequence acting.system_moment is 'the same where the actor holds system, which nearly every policy asks; else 0';
comment on sequence acting.seal is 'digest of the settings and the transaction: settings that do not fit are not believed';
comment on sequence acting.turn is 'the number of the last code that was taken: each is taken once';

create function acting.digest() returns bytea
    language plpgsql stable parallel restricted as
$$
begin
    return substring(sha256(timestamptz_send(transaction_timestamp()) || convert_to(
        coalesce(current_setting('gogomarket.user_id', true), '') || e'\n'
            || coalesce(current_setting('gogomarket.guest_id', true), '') || e'\n'
            || coalesce(current_setting('gogomarket.actor', true), '') || e'\n'
            || coalesce(current_setting('gogomarket.grants', true), ''), 'UTF8')) for 8);
end
$$;

-- True where the settings are what act_as wrote in this transaction.
create function acting.sealed() returns boolean
    language plpgsql stable parallel restricted as
$$
begin
    return coalesce(current_setting('gogomarket.sealed', true), '') = 'true'
        and int8send(currval('acting.seal')) = acting.digest();
end
$$;

-- The owner of the database, who migrates and whom the definer functions act as, says who it is by the settings alone.
create function acting.believed() returns boolean
    language plpgsql stable parallel restricted as
$$
begin
    return acting.sealed() or has_sequence_privilege('acting.seal', 'UPDATE');
end
$$;

-- Tells for the running transaction who is acting from now on.
create function act_as(user_id text, guest_id text, actor text, grants text, turn bigint, code bytea) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp as
$$
declare
    claims    constant text   := user_id || e'\n' || guest_id || e'\n' || actor || e'\n' || grants;
    moment    constant bigint := extract(epoch from transaction_timestamp() - timestamptz '2000-01-01 00:00:00+00') * 1000000;
    last_turn bigint          := -1;
    expected  bytea;
begin
    begin
        last_turn := currval('acting.turn');
    exception when object_not_in_prerequisite_state then -- the first code on this connection
    end;
    select sha256(k.outer_block || sha256(k.inner_block
               || convert_to(pg_backend_pid() || e'\n' || turn || e'\n' || claims, 'UTF8')))
    into expected from acting.key k;
    if turn <= last_turn or code is distinct from expected or claims !~ '^[^\n]*\n[^\n]*\n[^\n]*\n[^\n]*$' then
        raise exception 'nobody may say who is acting without the application''s code' using errcode = 'insufficient_privilege';
    end if;
    perform setval('acting.turn', turn),
            setval('acting.moment', moment),
            setval('acting.system_moment', case when 'system' = any (string_to_array(grants, ',')) then moment else 0 end),
            setval('acting.user_id', coalesce(nullif(user_id, '')::bigint, 0)),
            setval('acting.guest_id', coalesce(nullif(guest_id, '')::bigint, 0)),
            set_config('gogomarket.user_id', user_id, true),
            set_config('gogomarket.guest_id', guest_id, true),
            set_config('gogomarket.actor', actor, true),
            set_config('gogomarket.grants', grants, true),
            set_config('gogomarket.sealed', 'true', true);
    perform setval('acting.seal', ('x' || encode(acting.digest(), 'hex'))::bit(64)::bigint);
end
$$;

-- The four that policies ask. They are asked some hundred times in a checkout: hence the numbers come first, which
-- take no digest.
create or replace function current_user_id() returns bigint
    language plpgsql stable parallel restricted as
$$
begin
    if coalesce(current_setting('gogomarket.sealed', true), '') = 'true'
        and int8send(currval('acting.moment')) = timestamptz_send(transaction_timestamp()) then
        return nullif(currval('acting.user_id'), 0);
    end if;
    return case when coalesce(current_setting('gogomarket.user_id', true), '') <> ''
        and has_sequence_privilege('acting.seal', 'UPDATE') then current_setting('gogomarket.user_id')::bigint end;
end
$$;

create or replace function current_guest_id() returns bigint
    language plpgsql stable parallel restricted as
$$
begin
    if coalesce(current_setting('gogomarket.sealed', true), '') = 'true'
        and int8send(currval('acting.moment')) = timestamptz_send(transaction_timestamp()) then
        return nullif(currval('acting.guest_id'), 0);
    end if;
    return case when coalesce(current_setting('gogomarket.guest_id', true), '') <> ''
        and has_sequence_privilege('acting.seal', 'UPDATE') then current_setting('gogomarket.guest_id')::bigint end;
end
$$;

create or replace function current_actor() returns text
    language plpgsql stable parallel restricted as
$$
begin
    return case when acting.believed() then nullif(current_setting('gogomarket.actor', true), '') end;
end
$$;

create or replace function actor_has(wanted text) returns boolean
    language plpgsql stable parallel restricted as
$$
begin
    if wanted = 'system' and coalesce(current_setting('gogomarket.sealed', true), '') = 'true'
        and int8send(currval('acting.system_moment')) = timestamptz_send(transaction_timestamp()) then
        return true;
    end if;
    return wanted = any (string_to_array(coalesce(current_setting('gogomarket.grants', true), ''), ','))
        and acting.believed();
end
$$;

-- It raised itself by a setting, whoever called it; now it has its definer's rights.
alter function refresh_listed_products(bigint[], boolean) security definer set search_path = public, pg_temp;
