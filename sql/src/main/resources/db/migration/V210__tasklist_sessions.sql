-- A log-in to the tasklist is a session like any other: listed, ended with the others, known by its cookie.

alter table user_sessions
    add column cookie varchar(64) unique,
    alter column refresh_family drop not null,
    add constraint session_is_refreshed_or_has_a_cookie check (num_nonnulls(refresh_family, cookie) = 1);
comment on column user_sessions.cookie is 'SHA-256 (hex) of the cookie of a tasklist session, which has no refresh tokens';
