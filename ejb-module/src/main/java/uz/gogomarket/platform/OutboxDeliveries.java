package uz.gogomarket.platform;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The transactions of a delivery, short and each of its own: a message is leased, delivered outside
 * of them, and acknowledged or put off. Of an aggregate only the oldest message is ever on its way
 * to a consumer; the others wait behind it.
 */
@Stateless
@Internal
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxDeliveries {

  /** How long a delivery may take before somebody else makes it. */
  public static final Duration LEASE = Duration.ofMinutes(5);

  private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);

  /** With these delays about three days. */
  static final int MAX_ATTEMPTS = 83;

  private static final int MAX_ERROR_LENGTH = 500;
  static final Duration KEPT = Duration.ofDays(30);

  /**
   * Takes what is due: leases what is the first of its aggregate, puts off what is behind another
   * one until that is due itself, so that nobody looks at a long queue again and again. An
   * acknowledgement wakes the next one, whatever its time.
   */
  private static final String CLAIM =
      """
      with due as (
        select message_id, aggregate_type, aggregate_id from outbox_deliveries
        where consumer = ? and dead_at is null and due_at <= ?
        order by due_at, message_id limit ? for no key update skip locked),
      placed as (
        select due.message_id, ahead.due_at as behind
        from due left join lateral (
          select e.due_at from outbox_deliveries e
          where e.consumer = ? and e.aggregate_type = due.aggregate_type
            and e.aggregate_id = due.aggregate_id and e.message_id < due.message_id
          order by e.message_id limit 1) ahead on true)
      update outbox_deliveries d
      set due_at = case when placed.behind is null then cast(? as timestamptz)
                        else least(greatest(placed.behind, ?), ?) end,
          attempts = case when placed.behind is null then attempts + 1 else attempts end
      from placed join outbox m on m.id = placed.message_id
      where d.message_id = placed.message_id and d.consumer = ?
      returning placed.behind is not null as waits, d.attempts, m.*
      """;

  private static final String DONE =
      "delete from outbox_deliveries where message_id = ? and consumer = ? and attempts = ?";

  /** One that was tried before has its own time. */
  private static final String LEASE_NEXT =
      """
      update outbox_deliveries d set due_at = ?, attempts = 1
      from (select message_id from outbox_deliveries
            where consumer = ? and aggregate_type = ? and aggregate_id = ?
            order by message_id limit 1) next
      join outbox m on m.id = next.message_id
      where d.message_id = next.message_id and d.consumer = ? and d.attempts = 0
        and d.dead_at is null
      returning d.attempts, m.*
      """;

  private static final String PUT_OFF =
      """
      update outbox_deliveries
      set last_error = ?, due_at = ?, dead_at = case when ? then cast(? as timestamptz) end
      where message_id = ? and consumer = ? and attempts = ?
      """;

  @Inject Sql sql;
  @Inject Clock clock;

  /**
   * Leases messages that are due.
   *
   * @param most how many at most, each of another aggregate
   */
  public List<OutboxDelivery> claim(String consumer, int most) {
    Instant now = clock.instant();
    Instant leasedUntil = now.plus(LEASE);
    List<Claimed> looked;
    List<OutboxDelivery> leased;
    do {
      looked =
          sql.list(
              CLAIM,
              row -> new Claimed(row.bool("waits"), delivery(row, consumer, leasedUntil)),
              consumer,
              now,
              most,
              consumer,
              leasedUntil,
              leasedUntil,
              now.plus(LONGEST_DELAY),
              consumer);
      leased = looked.stream().filter(each -> !each.waits()).map(Claimed::delivery).toList();
    } while (leased.isEmpty() && looked.size() == most);
    return leased.stream().sorted(Comparator.comparing(each -> each.message().id())).toList();
  }

  /**
   * It arrived. Does nothing if the lease was over and somebody else has it.
   *
   * @return the next message of the same aggregate, leased
   */
  public Optional<OutboxDelivery> acknowledge(OutboxDelivery delivery) {
    return isDone(delivery) ? leaseNext(delivery) : Optional.empty();
  }

  /** Has it handled in the transaction that acknowledges it. */
  public Optional<OutboxDelivery> handle(OutboxConsumer consumer, OutboxDelivery delivery) {
    if (!isDone(delivery)) {
      return Optional.empty();
    }
    try {
      consumer.handle(delivery.message());
    } catch (RuntimeException e) {
      throw new EJBException("Not handled", e); // rolled back, also where a refusal would not be
    }
    return leaseNext(delivery);
  }

  /**
   * It could not be delivered; after the last attempt it is given up.
   *
   * @return whether it was the last one
   */
  public boolean putOff(OutboxDelivery delivery, String error) {
    boolean last = delivery.attempt() >= MAX_ATTEMPTS;
    Instant now = clock.instant();
    sql.update(
        PUT_OFF,
        error.length() > MAX_ERROR_LENGTH ? error.substring(0, MAX_ERROR_LENGTH) : error,
        now.plus(delay(delivery.attempt())),
        last,
        now,
        delivery.message().id(),
        delivery.consumer(),
        delivery.attempt());
    return last;
  }

  /** Removes old messages that everybody has had; returns how many. */
  public int forgetOld() {
    return sql.update(
        """
        delete from outbox m where created_at < ?
          and not exists (select from outbox_deliveries d where d.message_id = m.id)
        """,
        clock.instant().minus(KEPT));
  }

  private boolean isDone(OutboxDelivery delivery) {
    return sql.update(DONE, delivery.message().id(), delivery.consumer(), delivery.attempt()) == 1;
  }

  /** A statement of its own, which sees what was published while the message was delivered. */
  private Optional<OutboxDelivery> leaseNext(OutboxDelivery delivery) {
    Instant leasedUntil = clock.instant().plus(LEASE);
    OutboxMessage message = delivery.message();
    return sql.first(
        LEASE_NEXT,
        row -> delivery(row, delivery.consumer(), leasedUntil),
        leasedUntil,
        delivery.consumer(),
        message.aggregateType(),
        message.aggregateId(),
        delivery.consumer());
  }

  private static OutboxDelivery delivery(Row row, String consumer, Instant leasedUntil)
      throws SQLException {
    return new OutboxDelivery(
        consumer,
        new OutboxMessage(
            row.longValue("id"),
            row.string("topic"),
            row.intValue("version"),
            row.string("aggregate_type"),
            row.longValue("aggregate_id"),
            row.string("payload"),
            row.instant("created_at")),
        row.intValue("attempts"),
        leasedUntil);
  }

  static Duration delay(int attempts) {
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, 20));
    return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
  }

  private record Claimed(boolean waits, OutboxDelivery delivery) {}
}
