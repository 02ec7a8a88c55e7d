-- A turn is the clock's microseconds, so that a code has an age. That a turn was taken is remembered in a value of this
-- session, which "discard sequences" makes it forget: a code that somebody saw could be used again for as long as the
-- connection lived. Now it is good for a minute at most. See docs/decisions/0054.
create or replace function act_as(user_id text, guest_id text, actor text, grants text, turn bigint, code bytea) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp as
$$
declare
    claims    constant text   := user_id || e'\n' || guest_id || e'\n' || actor || e'\n' || grants;
    moment    constant bigint := extract(epoch from transaction_timestamp() - timestamptz '2000-01-01 00:00:00+00') * 1000000;
    oldest    constant bigint := extract(epoch from clock_timestamp()) * 1000000 - 60000000;
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
    if turn < oldest then
        raise exception 'the application''s code is older than a minute: do the clocks of the server and the database agree?'
            using errcode = 'insufficient_privilege';
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
