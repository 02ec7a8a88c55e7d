package uz.gogomarket.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what became true, in the transaction that made it so, for every consumer that is to hear of
 * it. A use case's events are written when it ends, in one statement ({@link OutboxInterceptor}).
 *
 * <p>The order of an aggregate's events is that of their ids, so whoever fires one holds the lock
 * of what it happened to.
 */
@ApplicationScoped
class Outbox {

  private static final Object COLLECTED = "uz.gogomarket.outbox";

  /** Nothing is returned to whoever publishes, since he may not read it. */
  private static final String WRITE =
      """
      with told as materialized (
        select nextval(pg_get_serial_sequence('outbox', 'id')) as id, events.*
        from (select * from jsonb_to_recordset(cast(? as jsonb)) as e (
                place integer, topic text, version smallint, aggregate_type text,
                aggregate_id bigint, payload jsonb)
              order by place) events),
      kept as (
        insert into outbox (id, topic, version, aggregate_type, aggregate_id, payload, created_at)
        select id, topic, version, aggregate_type, aggregate_id, payload, ? from told)
      insert into outbox_deliveries (message_id, consumer, aggregate_type, aggregate_id, due_at)
      select told.id, heard.consumer, told.aggregate_type, told.aggregate_id, ?
      from told
      join jsonb_to_recordset(cast(? as jsonb)) as heard (consumer text, topic text) using (topic)
      """;

  @Resource TransactionSynchronizationRegistry transaction;

  @Inject TransactionConnection connections;
  @Inject OutboxConsumers consumers;
  @Inject Json json;
  @Inject Clock clock;

  void publish(@Observes DomainEvent event) {
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException(event.topic() + " is told outside of a transaction");
    }
    List<DomainEvent> collected = collected();
    if (collected == null) {
      write(List.of(event));
    } else {
      collected.add(event);
    }
  }

  /** Whether the running use case is the first of its transaction; its events are collected. */
  boolean begin() {
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE || collected() != null) {
      return false;
    }
    transaction.putResource(COLLECTED, new ArrayList<DomainEvent>());
    return true;
  }

  void writeCollected() {
    List<DomainEvent> events = collected();
    if (events != null && !events.isEmpty()) {
      write(events);
      events.clear();
    }
  }

  /** What a use case that failed would have told is not true: neither is what it wrote. */
  void end() {
    if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
      return;
    }
    List<DomainEvent> events = collected();
    if (events != null && !events.isEmpty()) {
      transaction.setRollbackOnly();
    }
    transaction.putResource(COLLECTED, null);
  }

  @SuppressWarnings("unchecked") // nobody else has the key
  private @Nullable List<DomainEvent> collected() {
    return (List<DomainEvent>) transaction.getResource(COLLECTED);
  }

  /** Everybody may publish, so the database need not hear first who is acting. */
  private void write(List<DomainEvent> events) {
    List<Told> told = new ArrayList<>(events.size());
    for (DomainEvent event : events) {
      String topic = event.topic();
      String aggregateType = topic.substring(0, topic.indexOf('.'));
      told.add(
          new Told(told.size(), topic, event.version(), aggregateType, event.aggregateId(), event));
    }
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    int unused =
        connections.use(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
                statement.setString(1, json.write(told));
                statement.setObject(2, now);
                statement.setObject(3, now);
                statement.setString(4, consumers.subscriptions());
                return statement.executeUpdate();
              }
            });
  }

  /** As {@link #WRITE} reads it, hence the names. */
  @SuppressWarnings("MemberName")
  private record Told(
      int place,
      String topic,
      int version,
      String aggregate_type,
      long aggregate_id,
      DomainEvent payload) {}
}
