package uz.gogomarket.platform;

/**
 * Carries messages of a topic out of the building: a CDI bean. It runs in a transaction with the
 * message's row; where it throws, the message is tried again later. So it may see a message twice.
 */
public interface OutboxHandler {

  /** Whether it wants messages of this topic. */
  boolean wants(String topic);

  void handle(OutboxMessage message);
}
