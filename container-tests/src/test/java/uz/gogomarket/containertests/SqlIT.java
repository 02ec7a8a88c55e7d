package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uz.gogomarket.identity.UserStatus;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.DatabaseFailure;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Sql;

@ContainerTest
class SqlIT {

  private static final Instant MOMENT = Instant.parse("2026-11-21T10:00:00Z");

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Accounts accounts;
  @Inject ManagedThreads threads;

  @Test
  void arrays_have_the_type_of_their_elements_whatever_nulls_are_among_them() {
    assertThat(asText("bigint[]", Arrays.asList(null, 7L, 8))).isEqualTo("{NULL,7,8}");
    assertThat(asText("numeric[]", Arrays.asList(null, Money.of("1.50")))).isEqualTo("{NULL,1.50}");
    assertThat(asText("boolean[]", Arrays.asList(true, null))).isEqualTo("{t,NULL}");
    assertThat(asText("timestamptz[]", Arrays.asList(MOMENT, null))).contains("2026-11-21", "NULL");
    assertThat(asText("text[]", Arrays.asList("a,\"b\"", null)))
        .isEqualTo("{\"a,\\\"b\\\"\",NULL}");
  }

  @Test
  void an_array_without_elements_or_with_nulls_alone_takes_the_type_of_its_place() {
    assertThat(count("id = any (?)", List.of())).isZero();
    assertThat(count("id = any (?)", Arrays.asList(null, null))).isZero();
    assertThat(asText("numeric[]", Arrays.asList(null, null))).isEqualTo("{NULL,NULL}");
  }

  @Test
  void texts_and_enums_of_an_array_fit_an_enum_as_single_ones_do() {
    accounts.newUser();

    assertThat(count("status = any (?)", List.of(UserStatus.ACTIVE))).isPositive();
    assertThat(count("status = any (?)", List.of("active"))).isPositive();
  }

  @Test
  void what_was_left_out_is_no_condition() {
    long user = accounts.newUser();
    Query query =
        Query.of("select id from users")
            .whereGiven("status = ?", null)
            .whereGiven("id = ?", user)
            .whereIf(false, "false")
            .then(" limit ?", 5);

    assertThat(asSystem(() -> sql.list(query, row -> row.longValue("id")))).containsExactly(user);
  }

  @Test
  void rows_are_locked_in_the_order_of_their_ids_and_others_may_still_refer_to_them() {
    long first = accounts.newUser();
    long second = accounts.newUser();

    asSystem(
        () -> {
          assertThat(sql.lock("select id from users where id = any (?)", List.of(second, first)))
              .containsExactly(first, second);
          assertThat(free("no key update", first)).isFalse();
          assertThat(free("key share", first)).isTrue();
          return true;
        });

    assertThat(asSystem(() -> free("no key update", first))).isTrue();
  }

  @Test
  void a_name_is_locked_until_the_transaction_ends() {
    String name = "test " + System.nanoTime();

    asSystem(
        () -> {
          sql.lockName(name);
          assertThat(free(name)).isFalse();
          return true;
        });

    assertThat(free(name)).isTrue();
  }

  @Test
  void a_broken_constraint_is_told_by_its_name() {
    long buyer = accounts.newUser();

    assertThatThrownBy(
            () ->
                asSystem(
                    () ->
                        sql.update(
                            "insert into user_roles (user_id, role) values (?, 'buyer')", buyer)))
        .asInstanceOf(type(DatabaseFailure.class))
        .satisfies(
            failure -> {
              assertThat(failure.violates("user_roles_pkey")).isTrue();
              assertThat(failure.violates("verified_or_rejected")).isFalse();
            });
  }

  private String asText(String type, Collection<? extends @Nullable Object> elements) {
    return asSystem(
        () ->
            sql.one(
                "select cast(cast(? as " + type + ") as text) as written",
                row -> row.string("written"),
                elements));
  }

  private int count(String condition, Collection<? extends @Nullable Object> elements) {
    return asSystem(
        () ->
            sql.one(
                "select count(*) as n from users where " + condition,
                row -> row.intValue("n"),
                elements));
  }

  /** Whether another transaction could lock the user at this moment. */
  private boolean free(String strength, long user) {
    String query = "select id from users where id = ? for " + strength + " skip locked";
    return !asSystem(() -> sql.list(query, row -> row.longValue("id"), user)).isEmpty();
  }

  private boolean free(String name) {
    return threads.inTransaction(
        () ->
            sql.one(
                "select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as free",
                row -> row.bool("free"),
                name));
  }

  /** In a transaction of its own. */
  private <T> T asSystem(Supplier<T> work) {
    return threads.inTransaction(() -> actors.runAs(Actor.system("test"), work));
  }
}
