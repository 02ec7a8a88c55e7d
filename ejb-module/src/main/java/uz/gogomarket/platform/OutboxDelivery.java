package uz.gogomarket.platform;

import java.time.Instant;

/**
 * A message on its way to a consumer.
 *
 * @param attempt counts from 1; an attempt that came after this one has the say
 * @param leasedUntil nobody else delivers it before
 */
public record OutboxDelivery(
    String consumer, OutboxMessage message, int attempt, Instant leasedUntil) {}
