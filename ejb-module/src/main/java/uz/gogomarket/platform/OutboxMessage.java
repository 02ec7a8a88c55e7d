package uz.gogomarket.platform;

import java.time.Instant;

/**
 * A {@link DomainEvent} as consumers get it.
 *
 * @param id unique, and the same however often it is delivered: for who must not act twice
 * @param payload JSON, as the schema of topic and version says
 */
public record OutboxMessage(
    long id,
    String topic,
    int version,
    String aggregateType,
    long aggregateId,
    String payload,
    Instant createdAt) {}
