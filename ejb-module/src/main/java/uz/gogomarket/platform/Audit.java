package uz.gogomarket.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes who did what, in the transaction of the deed. */
@ApplicationScoped
public class Audit {

  @Inject Sql sql;
  @Inject Json json;
  @Inject Actors actors;

  /** A noun, a dot and what happened to it; words are joined by underscores. */
  private static final Pattern ACTION = Pattern.compile("[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*");

  /**
   * @param action a verb in the past below the entity, such as {@code order.cancelled} or {@code
   *     api_key.rotated}
   * @param before what is replaced, any value that JSON can hold; no secrets
   * @param after what it is now
   */
  public void record(
      String action,
      String entityType,
      @Nullable Long entityId,
      @Nullable Object before,
      @Nullable Object after) {
    record(action, entityType, List.of(new Deed(entityId, before, after)));
  }

  /** The same deed to many, in a batch. */
  public void record(String action, String entityType, List<Deed> deeds) {
    requireSpelling(action);
    Actor actor = actors.current();
    RequestInfo request = RequestInfo.current();
    sql.batch(
        """
        insert into audit_logs (user_id, actor, action, entity_type, entity_id, old_values,
          new_values, ip_address, user_agent, request_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        deeds.stream()
            .map(
                deed ->
                    new @Nullable Object[] {
                      actor.userId(),
                      actor.name(),
                      action,
                      entityType,
                      deed.entityId(),
                      deed.before() == null ? null : json.write(deed.before()),
                      deed.after() == null ? null : json.write(deed.after()),
                      request.address(),
                      request.userAgent(),
                      request.requestId()
                    })
            .toList());
  }

  /** What was done to one of many. */
  public record Deed(@Nullable Long entityId, @Nullable Object before, @Nullable Object after) {}

  static void requireSpelling(String action) {
    if (!ACTION.matcher(action).matches()) {
      throw new IllegalArgumentException("Not spelt as the audit log's actions are: " + action);
    }
  }
}
