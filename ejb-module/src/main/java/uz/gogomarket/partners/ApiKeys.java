package uz.gogomarket.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** The queries over keys. Row-level security decides whose can be seen. */
@ApplicationScoped
class ApiKeys {

  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(5);

  @Inject Sql sql;

  Optional<ApiKey> byKeyId(String keyId) {
    return sql.first("select * from api_keys where key_id = ?", ApiKeys::key, keyId);
  }

  Optional<ApiKey> byId(long id) {
    return sql.first("select * from api_keys where id = ?", ApiKeys::key, id);
  }

  /** Locks the key, if the actor may see it and it is the owner's. */
  Optional<ApiKey> lock(long id, long ownerId) {
    return sql.first(
        "select * from api_keys where id = ? and owner_id = ? for no key update",
        ApiKeys::key,
        id,
        ownerId);
  }

  /** Locks the key, whoever owns it. */
  Optional<ApiKey> lock(long id) {
    return sql.first("select * from api_keys where id = ? for no key update", ApiKeys::key, id);
  }

  List<ApiKey> list(long ownerId, PageRequest page) {
    return sql.list(
        "select * from api_keys where owner_id = ? and id < ? order by id desc limit ?",
        ApiKeys::key,
        ownerId,
        page.afterId(Long.MAX_VALUE),
        page.fetchSize());
  }

  List<ApiKey> listAll(PageRequest page) {
    return sql.list(
        "select * from api_keys where id < ? order by id desc limit ?",
        ApiKeys::key,
        page.afterId(Long.MAX_VALUE),
        page.fetchSize());
  }

  /** Lets two new keys of one owner come one after the other, then counts those that are good. */
  int countAlive(long ownerId, Instant now) {
    sql.lockName("api-keys:" + ownerId);
    return sql.one(
        "select count(*) as n from api_keys where owner_id = ? and revoked_at is null"
            + " and (expires_at is null or expires_at > ?)",
        row -> row.intValue("n"),
        ownerId,
        now);
  }

  ApiKey add(
      long ownerId,
      String name,
      String keyId,
      Secret secret,
      Set<String> scopes,
      @Nullable Instant expiresAt) {
    return sql.one(
        "insert into api_keys (owner_id, name, key_id, secret_hash, scopes, expires_at)"
            + " values (?, ?, ?, ?, ?, ?) returning *",
        ApiKeys::key,
        ownerId,
        name,
        keyId,
        secret.digest(),
        scopes,
        expiresAt);
  }

  ApiKey rotate(ApiKey key, Secret secret, Instant oldEndsAt) {
    return sql.one(
        "update api_keys set secret_hash = ?, next_secret_hash = ?, rotates_at = ? where id = ?"
            + " returning *",
        ApiKeys::key,
        key.newest(),
        secret.digest(),
        oldEndsAt,
        key.id());
  }

  ApiKey replace(ApiKey key, Secret secret) {
    return sql.one(
        "update api_keys set secret_hash = ?, next_secret_hash = null, rotates_at = null"
            + " where id = ? returning *",
        ApiKeys::key,
        secret.digest(),
        key.id());
  }

  ApiKey revoke(ApiKey key, Instant at) {
    return sql.one(
        "update api_keys set revoked_at = ? where id = ? returning *", ApiKeys::key, at, key.id());
  }

  /** Notes the use, not more often than every five minutes. */
  void used(ApiKey key, Instant at) {
    Instant known = key.lastUsedAt();
    Instant due = at.minus(USE_NOTED_EVERY);
    if (known == null || known.isBefore(due)) {
      sql.update(
          "update api_keys set last_used_at = ? where id = ?"
              + " and (last_used_at is null or last_used_at < ?)",
          at,
          key.id(),
          due);
    }
  }

  private static ApiKey key(Row row) throws SQLException {
    return new ApiKey(
        row.longValue("id"),
        row.longValue("owner_id"),
        row.string("name"),
        row.string("key_id"),
        row.string("secret_hash"),
        row.stringOrNull("next_secret_hash"),
        row.instantOrNull("rotates_at"),
        Set.copyOf(row.strings("scopes")),
        row.instantOrNull("last_used_at"),
        row.instantOrNull("expires_at"),
        row.instantOrNull("revoked_at"),
        row.instant("created_at"));
  }
}
