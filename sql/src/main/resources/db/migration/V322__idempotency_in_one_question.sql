-- Locks a key of whoever asks, until the transaction ends, and answers what was told by it before. Two steps, so that the
-- second one sees what was committed before the lock was free; one question, since it comes before every purchase.
create function begin_idempotent(wanted_owner text, wanted_key text)
    returns table (locked boolean, key text, fingerprint bytea, status smallint, body text, location text, created_at timestamptz)
    language plpgsql as
$$
begin
    locked := pg_try_advisory_xact_lock(hashtextextended('idempotency:' || wanted_owner || ':' || wanted_key, 0));
    if locked then
        select k.key, k.fingerprint, k.status, k.body, k.location, k.created_at
        into key, fingerprint, status, body, location, created_at
        from idempotency_keys k where k.owner = wanted_owner and k.key = wanted_key;
    end if;
    return next;
end
$$;
