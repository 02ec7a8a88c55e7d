package uz.gogomarket.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Writes who did what, in the transaction of the deed. */
@ApplicationScoped
public class Audit {

  @Inject Sql sql;
  @Inject Json json;
  @Inject Actors actors;

  /**
   * @param action a verb in the past below the entity, such as {@code order.cancelled}
   * @param before what is replaced, any value that JSON can hold; no secrets
   * @param after what it is now
   */
  public void record(
      String action,
      String entityType,
      @Nullable Long entityId,
      @Nullable Object before,
      @Nullable Object after) {
    Actor actor = actors.current();
    RequestInfo request = RequestInfo.current();
    sql.update(
        "insert into audit_logs (user_id, actor, action, entity_type, entity_id, old_values,"
            + " new_values, ip_address, user_agent, request_id)"
            + " values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::inet, ?, ?)",
        actor.userId(),
        actor.name(),
        action,
        entityType,
        entityId,
        before == null ? null : json.write(before),
        after == null ? null : json.write(after),
        request.address(),
        request.userAgent(),
        request.requestId());
  }
}
