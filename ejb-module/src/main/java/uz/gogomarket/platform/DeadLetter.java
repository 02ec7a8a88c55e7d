package uz.gogomarket.platform;

import java.time.Instant;

/**
 * A message that a consumer could not handle, however often it was tried. What happened later to
 * the same aggregate waits behind it.
 *
 * @param lastError what the consumer said at last
 * @param publishedAt when it happened
 * @param deadAt when it was given up
 * @param behind how many messages wait behind it
 */
public record DeadLetter(
    String consumer,
    long messageId,
    String topic,
    String aggregateType,
    long aggregateId,
    int attempts,
    String lastError,
    Instant publishedAt,
    Instant deadAt,
    long behind) {}
