package uz.gogomarket.platform;

/**
 * Something that became true in the marketplace. A record that is fired as a CDI event in the
 * transaction that makes it true, and that {@link Outbox} hands on to every {@link OutboxConsumer}
 * of its topic: its components are the payload. They are ids, numbers and labels, never personal
 * data, since messages outlive accounts. {@code docs/events.md} describes each.
 */
public interface DomainEvent {

  /** A noun, which names the kind of aggregate, a dot and what happened: {@code order.placed}. */
  String topic();

  /** What it happened to: its events arrive in the order in which they happened. */
  long aggregateId();

  /** Of the payload: another one as soon as something in it is removed or means something else. */
  default int version() {
    return 1;
  }
}
