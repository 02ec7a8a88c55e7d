package uz.gogomarket.containertests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import uz.gogomarket.platform.OutboxConsumer;
import uz.gogomarket.platform.OutboxMessage;
import uz.gogomarket.platform.Sql;

/**
 * Does what it does and then waits for the end of its server, where that is started with {@value
 * #HOLD}; deployed beside the EJBs of a server of its own.
 */
public abstract class KilledListener implements OutboxConsumer {

  static final String HOLD = "gogomarket.test.hold";

  static final String SCHEMA =
      """
      create schema test;
      create table test.heard (
          place bigint generated always as identity, consumer text, message_id bigint);
      grant usage on schema test to public;
      grant select, insert on test.heard to public;
      """;

  @Inject Sql sql;

  @Override
  public Set<String> topics() {
    return Set.of("user.registered");
  }

  /** What comes before the test has made its table, such as the first admin, is let pass. */
  @Override
  public void handle(OutboxMessage message) {
    if (!sql.one("select to_regclass('test.heard') is not null as there", Boolean.class)) {
      return;
    }
    sql.update("insert into test.heard (consumer, message_id) values (?, ?)", name(), message.id());
    if (Boolean.getBoolean(HOLD)) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What it does is committed at once. */
  @ApplicationScoped
  public static class Outside extends KilledListener {
    @Override
    public String name() {
      return "killed-outside";
    }
  }

  /** What it does is committed with the acknowledgement. */
  @ApplicationScoped
  public static class Here extends KilledListener {
    @Override
    public String name() {
      return "killed-here";
    }

    @Override
    public boolean isTransactional() {
      return true;
    }
  }
}
