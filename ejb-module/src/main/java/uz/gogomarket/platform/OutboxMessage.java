package uz.gogomarket.platform;

import java.time.Instant;

/**
 * Something that happened and that the world outside is to be told.
 *
 * @param id unique, for receivers that must not act twice
 * @param payload JSON
 */
public record OutboxMessage(
    long id,
    String topic,
    String aggregateType,
    long aggregateId,
    String payload,
    Instant createdAt,
    int attempts) {}
