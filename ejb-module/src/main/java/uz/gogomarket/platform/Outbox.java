package uz.gogomarket.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes messages in the transaction of what they tell; {@link OutboxWorker} delivers them. */
@ApplicationScoped
public class Outbox {

  @Inject Sql sql;
  @Inject Json json;

  /**
   * @param topic a noun and a verb in the past, such as {@code order.paid}
   * @param payload a record that JSON can hold; no secrets
   */
  public void publish(String topic, String aggregateType, long aggregateId, Object payload) {
    sql.update(
        "insert into outbox (topic, aggregate_type, aggregate_id, payload)"
            + " values (?, ?, ?, ?::jsonb)",
        topic,
        aggregateType,
        aggregateId,
        json.write(payload));
  }
}
