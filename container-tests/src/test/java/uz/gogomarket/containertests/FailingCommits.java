package uz.gogomarket.containertests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.platform.Sql;

/**
 * Lets the database refuse to commit what touches the disputes of an order: everything has been
 * written by then, by the marketplace and by the engine, and all of it has to go.
 */
@ApplicationScoped
public class FailingCommits {

  /** What the database says. */
  public static final String REASON = "the commit fails for a test";

  /**
   * What the owner of the database adds before the server starts, since the application may not.
   */
  static final String SCHEMA =
      """
      create schema test;
      create table test.failing_commits (order_id bigint primary key);
      grant usage on schema test to public;
      grant select, insert, delete on test.failing_commits to public;
      create function test.fail_commit() returns trigger language plpgsql as $$
      begin
          if exists (select from test.failing_commits f where f.order_id = new.order_id) then
              raise exception '%s' using errcode = 'check_violation';
          end if;
          return null;
      end $$;
      grant execute on function test.fail_commit() to public;
      create constraint trigger fail_commit after insert or update on disputes
          deferrable initially deferred for each row execute function test.fail_commit();
      """
          .formatted(REASON);

  @Inject ManagedThreads threads;
  @Inject Sql sql;

  /** From now on nothing that touches the order's disputes can be committed. */
  public void failFor(OrderFacts order) {
    update("insert into test.failing_commits (order_id) values (?)", order);
  }

  public void failNoMoreFor(OrderFacts order) {
    update("delete from test.failing_commits where order_id = ?", order);
  }

  private void update(String statement, OrderFacts order) {
    threads.inTransaction(() -> sql.update(statement, order.id()));
  }
}
