package uz.gogomarket.containertests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.OutboxConsumer;
import uz.gogomarket.platform.OutboxMessage;
import uz.gogomarket.platform.Sql;

/** Writes down in our own database what it hears; deployed beside the EJBs. */
@ApplicationScoped
public class DatabaseListener implements OutboxConsumer {

  static final String NAME = "test-database";

  /** Takes a message twice, so that tests see whether one came twice. */
  static final String SCHEMA =
      """
      create table test.heard (
          place bigint generated always as identity,
          message_id bigint, aggregate_id bigint, number integer);
      grant select, insert on test.heard to public;
      """;

  private final Set<Long> refused = ConcurrentHashMap.newKeySet();

  @Inject Json json;
  @Inject Sql sql;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> topics() {
    return Set.of(TestHappened.TOPIC);
  }

  @Override
  public boolean isTransactional() {
    return true;
  }

  @Override
  public void handle(OutboxMessage message) {
    TestHappened event = json.read(message.payload(), TestHappened.class);
    sql.update(
        "insert into test.heard (message_id, aggregate_id, number) values (?, ?, ?)",
        message.id(),
        event.id(),
        event.number());
    if (refused.remove(event.id())) {
      throw new IllegalStateException("changed my mind");
    }
  }

  /** Writes it down the next time, and fails then. */
  public void failOnceAfterWriting(long aggregateId) {
    refused.add(aggregateId);
  }

  /** The numbers of what happened to it, as they came. */
  public List<Integer> heardOf(long aggregateId) {
    return sql.list(
        "select number from test.heard where aggregate_id = ? order by place",
        row -> row.intValue("number"),
        aggregateId);
  }
}
