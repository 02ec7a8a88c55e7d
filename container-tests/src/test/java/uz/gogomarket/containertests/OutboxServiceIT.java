package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.platform.AccessDenied;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.ConsumerView;
import uz.gogomarket.platform.DeadLetter;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.OutboxService;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;

/** What a technical admin does about events that do not arrive. */
@ContainerTest
class OutboxServiceIT {

  @Inject Event<TestHappened> happened;
  @Inject OutboxService service;
  @Inject OutsideListener outside;
  @Inject DatabaseListener database;
  @Inject MovableClock clock;
  @Inject Accounts accounts;
  @Inject ManagedThreads threads;
  @Inject Actors actors;
  @Inject Sql sql;

  private long admin;
  private final long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE / 2);

  @AfterEach
  void put_the_clock_right() {
    outside.accept(id);
    clock.putRight();
  }

  @Test
  void what_failed_for_three_days_is_a_dead_letter_and_what_is_behind_it_waits() {
    outside.refuse(id);
    publish(1);
    publish(2);
    await().until(() -> attempts() > 0);
    change("update outbox_deliveries set attempts = 80 where aggregate_id = ? and attempts > 0");
    while (deadLetters().isEmpty()) {
      long before = attempts();
      clock.putForward(Duration.ofHours(1));
      await().until(() -> attempts() > before || !deadLetters().isEmpty());
    }

    assertThat(deadLetters())
        .singleElement()
        .satisfies(
            dead -> {
              assertThat(dead.attempts()).isEqualTo(83);
              assertThat(dead.topic()).isEqualTo(TestHappened.TOPIC);
              assertThat(dead.lastError()).contains("not now");
              assertThat(dead.behind()).isEqualTo(1);
            });
    assertThat(outside.heardOf(id)).isEmpty();
    assertThat(database.heardOf(id)).containsExactly(1, 2);
  }

  @Test
  void what_is_restarted_arrives_and_what_is_behind_it_follows() {
    DeadLetter dead = dead();
    outside.accept(id);

    asAdmin(() -> service.restart(dead.consumer(), dead.messageId()));

    await().until(() -> outside.heardOf(id).equals(List.of(1, 2)));
    assertThat(deadLetters()).isEmpty();
    assertThat(audited("dead_letter.restarted", dead.messageId())).isEqualTo(1);
  }

  @Test
  void what_is_restarted_and_fails_again_is_tried_like_a_new_one() {
    DeadLetter dead = dead();

    asAdmin(() -> service.restart(dead.consumer(), dead.messageId()));

    await().until(() -> attempts() > 1);
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void what_is_skipped_never_arrives_and_what_is_behind_it_goes_on() {
    DeadLetter dead = dead();
    outside.accept(id);

    asAdmin(() -> service.skip(dead.consumer(), dead.messageId()));

    await().until(() -> outside.heardOf(id).equals(List.of(2)));
    assertThat(deadLetters()).isEmpty();
    assertThat(audited("dead_letter.skipped", dead.messageId())).isEqualTo(1);
  }

  @Test
  void what_is_no_dead_letter_is_neither_restarted_nor_skipped() {
    assertThatThrownBy(() -> asAdmin(() -> service.restart(OutsideListener.NAME, id)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> asAdmin(() -> service.skip(OutsideListener.NAME, id)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void a_replay_delivers_to_one_consumer_again_what_happened_since_and_in_order() {
    publish(1);
    publish(2);
    await().until(() -> outside.heardOf(id).size() == 2 && database.heardOf(id).size() == 2);
    publish(3);
    await().until(() -> outside.heardOf(id).size() == 3 && database.heardOf(id).size() == 3);
    Instant from = publishedAt(2);

    asAdmin(() -> service.replay(OutsideListener.NAME, from));

    await().until(() -> outside.heardOf(id).size() == 5);
    assertThat(outside.heardOf(id)).containsExactly(1, 2, 3, 2, 3);
    assertThat(database.heardOf(id)).containsExactly(1, 2, 3);
  }

  @Test
  void a_replay_begins_neither_in_the_future_nor_before_what_is_kept() {
    assertThatThrownBy(
            () ->
                asAdmin(
                    () -> service.replay(OutsideListener.NAME, Instant.now().plusSeconds(3600))))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () ->
                asAdmin(
                    () ->
                        service.replay(
                            OutsideListener.NAME, Instant.now().minus(Duration.ofDays(31)))))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void nobody_is_replayed_who_is_no_consumer() {
    assertThatThrownBy(() -> asAdmin(() -> service.replay("nobody", Instant.now())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void an_admin_sees_every_consumer_and_how_far_it_is() {
    outside.refuse(id);
    publish(1);
    clock.putForward(Duration.ofMinutes(5));

    assertThat(asAdmin(() -> service.consumers()))
        .filteredOn(each -> each.name().equals(OutsideListener.NAME))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.topics()).containsExactly(TestHappened.TOPIC);
              assertThat(each.waiting()).isPositive();
              assertThat(each.lagSeconds()).isGreaterThanOrEqualTo(299);
            });
    assertThat(asAdmin(() -> service.consumers()))
        .extracting(ConsumerView::name)
        .contains(DatabaseListener.NAME);
  }

  @Test
  void who_does_not_look_after_events_sees_none_of_this() {
    assertThatThrownBy(
            () ->
                accounts.withoutSession(
                    accounts.newUser(),
                    Set.of(Roles.ADMIN, Permissions.ORDERS_MANAGE),
                    () -> service.consumers()))
        .isInstanceOf(AccessDenied.class);
  }

  /** As after three days. */
  private DeadLetter dead() {
    outside.refuse(id);
    publish(1);
    publish(2);
    await().until(() -> attempts() > 0);
    change(
        "update outbox_deliveries set attempts = 82, due_at = now() where aggregate_id = ?"
            + " and attempts > 0");
    await().until(() -> !deadLetters().isEmpty());
    return deadLetters().get(0);
  }

  private List<DeadLetter> deadLetters() {
    return asAdmin(() -> service.deadLetters(OutsideListener.NAME, PageRequest.first(100)).items())
        .stream()
        .filter(each -> each.aggregateId() == id)
        .toList();
  }

  private Instant publishedAt(int number) {
    return asSystem(
        () ->
            sql.one(
                "select created_at from outbox where aggregate_id = ?"
                    + " and cast(payload ->> 'number' as integer) = ?",
                row -> row.instant("created_at"),
                id,
                number));
  }

  private long attempts() {
    return asSystem(
        () ->
            sql.one(
                "select coalesce(max(attempts), 0) as n from outbox_deliveries"
                    + " where consumer = ? and aggregate_id = ?",
                row -> row.longValue("n"),
                OutsideListener.NAME,
                id));
  }

  private long audited(String action, long messageId) {
    return asSystem(
        () ->
            sql.one(
                "select count(*) as n from audit_logs where action = ? and entity_id = ?"
                    + " and user_id is not null",
                row -> row.longValue("n"),
                action,
                messageId));
  }

  private void change(String statement) {
    asSystem(() -> sql.update(statement, id));
  }

  private void publish(int number) {
    threads.inTransaction(
        () -> {
          happened.fire(new TestHappened(id, number));
          return null;
        });
  }

  private void asAdmin(Runnable work) {
    boolean unused =
        asAdmin(
            () -> {
              work.run();
              return true;
            });
  }

  private <T> T asAdmin(Supplier<T> work) {
    if (admin == 0) {
      admin = accounts.newUser();
    }
    return accounts.withoutSession(admin, Set.of(Roles.ADMIN, Permissions.EVENTS_MANAGE), work);
  }

  private <T> T asSystem(Supplier<T> work) {
    return actors.runAsSystem("test", () -> threads.inTransaction(work));
  }
}
