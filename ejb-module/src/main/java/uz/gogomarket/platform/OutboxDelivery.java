package uz.gogomarket.platform;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Delivers one message at a time, each in a transaction of its own. */
@Stateless
@Internal
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxDelivery {

  static final int MAX_ATTEMPTS = 12;
  private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);
  private static final int MAX_ERROR_LENGTH = 500;

  @Inject Sql sql;
  @Inject Clock clock;
  @Inject @Any Instance<OutboxHandler> handlers;

  /** Holds the message's lock until the transaction ends; others skip it. */
  public Optional<OutboxMessage> deliverNext() {
    Optional<OutboxMessage> next =
        sql.first(
            "select id, topic, aggregate_type, aggregate_id, payload, created_at, attempts"
                + " from outbox where done_at is null and failed_at is null and available_at <= ?"
                + " order by available_at, id limit 1 for update skip locked",
            row ->
                new OutboxMessage(
                    row.longValue("id"),
                    row.string("topic"),
                    row.string("aggregate_type"),
                    row.longValue("aggregate_id"),
                    row.string("payload"),
                    row.instant("created_at"),
                    row.intValue("attempts")),
            clock.instant());
    next.ifPresent(this::deliver);
    return next;
  }

  private void deliver(OutboxMessage message) {
    try {
      for (OutboxHandler handler : handlers) {
        if (handler.wants(message.topic())) {
          handler.handle(message);
        }
      }
    } catch (RuntimeException e) {
      throw new OutboxFailure(message, e);
    }
    sql.update("update outbox set done_at = ? where id = ?", clock.instant(), message.id());
  }

  /** Puts a message off that could not be delivered; gives it up after the last attempt. */
  public void postpone(OutboxMessage message, String error) {
    int attempts = message.attempts() + 1;
    boolean last = attempts >= MAX_ATTEMPTS;
    sql.update(
        "update outbox set attempts = ?, last_error = ?, available_at = ?,"
            + " failed_at = case when ? then ?::timestamptz end where id = ? and done_at is null",
        attempts,
        error.length() > MAX_ERROR_LENGTH ? error.substring(0, MAX_ERROR_LENGTH) : error,
        clock.instant().plus(delay(attempts)),
        last,
        clock.instant(),
        message.id());
  }

  /** Removes what was delivered more than a week ago. */
  public int forgetDelivered() {
    return sql.update(
        "delete from outbox where done_at < ?", clock.instant().minus(Duration.ofDays(7)));
  }

  static Duration delay(int attempts) {
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, 20));
    return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
  }
}
