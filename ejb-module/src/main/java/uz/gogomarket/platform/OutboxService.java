package uz.gogomarket.platform;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How technical admins see that events arrive, and help where they do not. */
@Stateless
@Allow(Permissions.EVENTS_MANAGE)
public class OutboxService {

  private static final String DEAD =
      """
      select d.consumer, d.message_id, m.topic, d.aggregate_type, d.aggregate_id, d.attempts,
        coalesce(d.last_error, '') as last_error, m.created_at as published_at, d.dead_at,
        (select count(*) from outbox_deliveries b
         where b.consumer = d.consumer and b.aggregate_type = d.aggregate_type
           and b.aggregate_id = d.aggregate_id and b.message_id > d.message_id) as behind
      from outbox_deliveries d join outbox m on m.id = d.message_id
      """;

  /** What is behind it follows by itself. */
  private static final String RESTART =
      """
      update outbox_deliveries set dead_at = null, attempts = 0, due_at = ?
      where message_id = ? and consumer = ? and dead_at is not null
      """;

  /** The next one of its aggregate need not wait until somebody looks at it again. */
  private static final String SKIP =
      """
      with skipped as (
        delete from outbox_deliveries
        where message_id = ? and consumer = ? and dead_at is not null
        returning message_id, consumer, aggregate_type, aggregate_id),
      woken as (
        update outbox_deliveries d set due_at = least(d.due_at, ?)
        from skipped s
        where d.message_id = (
          select min(n.message_id) from outbox_deliveries n
          where n.consumer = s.consumer and n.aggregate_type = s.aggregate_type
            and n.aggregate_id = s.aggregate_id and n.message_id <> s.message_id)
          and d.consumer = s.consumer)
      select count(*) as skipped from skipped
      """;

  private static final String REPLAY =
      """
      insert into outbox_deliveries (message_id, consumer, aggregate_type, aggregate_id, due_at)
      select id, cast(? as text), aggregate_type, aggregate_id, ? from outbox
      where created_at >= ? and topic = any (?)
      on conflict do nothing
      """;

  @Inject Backlog backlog;
  @Inject OutboxConsumers consumers;
  @Inject Sql sql;
  @Inject Audit audit;
  @Inject Clock clock;

  public List<ConsumerView> consumers() {
    return backlog.consumers().entrySet().stream()
        .map(
            each ->
                new ConsumerView(
                    each.getKey(),
                    topics(each.getKey()),
                    each.getValue().waiting(),
                    each.getValue().dead(),
                    Math.round(each.getValue().lagSeconds())))
        .toList();
  }

  /**
   * What was given up, the newest first.
   *
   * @param consumer only what this one could not handle
   */
  public Page<DeadLetter> deadLetters(@Nullable String consumer, PageRequest page) {
    Query query =
        Query.of(DEAD).where("d.dead_at is not null").whereGiven("d.consumer = ?", consumer);
    page.after()
        .ifPresent(
            cursor ->
                query.where(
                    "(d.message_id, d.consumer) < (?, ?)", cursor.longAt(0), cursor.stringAt(1)));
    query.then(" order by d.message_id desc, d.consumer desc limit ?", page.fetchSize());
    return Page.of(
        sql.list(query, DeadLetter.class),
        page,
        last -> Cursor.of(last.messageId(), last.consumer()));
  }

  /**
   * Has a message that was given up delivered once more, with as many attempts as a new one.
   *
   * @throws NotFound if there is no such dead letter
   */
  @FreshSession
  public void restart(String consumer, long messageId) {
    if (sql.update(RESTART, clock.instant(), messageId, consumer) == 0) {
      throw new NotFound("dead letter", messageId);
    }
    audit.record("dead_letter.restarted", "outbox", messageId, null, Map.of("consumer", consumer));
  }

  /**
   * Has the consumer never get a message that was given up; those behind it go on.
   *
   * @throws NotFound if there is no such dead letter
   */
  @FreshSession
  public void skip(String consumer, long messageId) {
    long skipped = sql.one(SKIP, Long.class, messageId, consumer, clock.instant());
    if (skipped == 0) {
      throw new NotFound("dead letter", messageId);
    }
    audit.record("dead_letter.skipped", "outbox", messageId, null, Map.of("consumer", consumer));
  }

  /**
   * Delivers to a consumer again whatever of its topics happened since, besides what waits for it.
   *
   * @return how many messages
   * @throws NotFound if there is no such consumer
   * @throws InvalidInput if that is later than now, or longer ago than messages are kept
   */
  @FreshSession
  public int replay(String consumer, Instant from) {
    OutboxConsumer known =
        consumers.named(consumer).orElseThrow(() -> new NotFound("consumer", consumer));
    Instant now = clock.instant();
    if (from.isAfter(now)) {
      throw InvalidInput.of("from", "not_past");
    }
    Instant oldest = now.minus(OutboxDeliveries.KEPT);
    if (from.isBefore(oldest)) {
      throw InvalidInput.of("from", "not_after_other", oldest);
    }
    int replayed = sql.update(REPLAY, consumer, now, from, known.topics());
    audit.record(
        "consumer.replayed",
        "outbox",
        null,
        null,
        Map.of("consumer", consumer, "from", from, "messages", replayed));
    return replayed;
  }

  private List<String> topics(String consumer) {
    return consumers
        .named(consumer)
        .map(known -> known.topics().stream().sorted().toList())
        .orElse(List.of());
  }
}
