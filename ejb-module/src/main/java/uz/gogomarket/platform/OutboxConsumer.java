package uz.gogomarket.platform;

import java.util.Set;

/**
 * Hears of what became true in the marketplace: a CDI bean of one class. It gets every message of
 * its topics, those of one aggregate in their order, and until one is handled the next ones of that
 * aggregate wait. What it does, or how often it fails, is no matter to other consumers.
 */
public interface OutboxConsumer {

  /**
   * By which its messages are kept apart from those of others; never changes. Lower-case words
   * joined by hyphens, at most 50 characters.
   */
  String name();

  /** Of which it hears. */
  Set<String> topics();

  /**
   * Acts on a message, and throws if it could not: then it gets the message again later. Outside of
   * any transaction, and at least once: after a crash it may have acted already, so whatever it
   * tells is told with the message's id. See {@link #isTransactional} for the other kind.
   */
  void handle(OutboxMessage message);

  /**
   * Whether handling writes to our own database and does nothing else: then it runs in the
   * transaction that acknowledges the message, and what it wrote is there exactly once. A replay
   * hands the same message over again.
   */
  default boolean isTransactional() {
    return false;
  }
}
