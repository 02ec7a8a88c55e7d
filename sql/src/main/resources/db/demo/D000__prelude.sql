-- The demo marketplace, made of nothing but this text and the moment of loading: no random numbers, so that two
-- loads at the same moment are equal to the last tiyin. All files run in one transaction, as a job of the platform.
-- A fixed moment can be chosen by setting gogomarket.demo_moment before; else it is the start of the transaction.

do
$$
begin
    if exists (select from users) or exists (select from products) then
        raise exception 'the demo marketplace is loaded into an empty marketplace only';
    end if;
end
$$;

create function pg_temp.moment() returns timestamptz
    language sql stable
    return date_trunc('second', coalesce(nullif(current_setting('gogomarket.demo_moment', true), '')::timestamptz, now()));

-- A number from 0 to below that depends on the thing's number and on what is asked about it.
create function pg_temp.dice(n bigint, about integer, below integer) returns integer
    language sql immutable
    return ((hashint8extended(n, about) & 9223372036854775807) % below)::integer;

-- The same as a fraction from 0 to below 1.
create function pg_temp.share(n bigint, about integer) returns double precision
    language sql immutable
    return ((hashint8extended(n, about) & 9223372036854775807) % 1000003) / 1000003.0;

create function pg_temp.pick(choices text[], n bigint, about integer) returns text
    language sql immutable
    return choices[1 + ((hashint8extended(n, about) & 9223372036854775807) % cardinality(choices))::integer];

create function pg_temp.slug(value text) returns text
    language sql immutable
    return trim(both '-' from regexp_replace(fold_text(value), '[^a-z0-9]+', '-', 'g'));
