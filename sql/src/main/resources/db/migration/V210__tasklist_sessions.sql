-- A log-in to the tasklist is a session like any other: listed, ended with the others, known by its cookie.

alter table user_sessions
    add column cookie varchar(64) unique,
    alter column refresh_family drop not null,
    add constraint session_is_refreshed_or_has_a_cookie check (num_nonnulls(refresh_family, cookie) = 1),
    add column tasklist boolean not null generated always as (cookie is not null) stored;
comment on column user_sessions.cookie is 'SHA-256 (hex) of the cookie of a tasklist session, which has no refresh tokens';

create function session_of_cookie(fingerprint text, seen_at timestamptz) returns table (id bigint, user_id bigint, token varchar)
    language sql stable security definer
    set search_path = public, pg_temp as
$$
    select s.id, s.user_id, s.token from user_sessions s
    where s.cookie = fingerprint and s.revoked_at is null and s.expires_at > seen_at
$$;
