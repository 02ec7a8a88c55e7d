package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import uz.gogomarket.identity.AddressService;
import uz.gogomarket.identity.AddressType;
import uz.gogomarket.identity.SaveAddress;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.DatabaseFailure;
import uz.gogomarket.platform.Entities;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.platform.Versioned;

@ContainerTest
class RowSecurityIT {

  @Inject Actors actors;
  @Inject Sql sql;
  @Resource UserTransaction transaction;
  @Inject Accounts accounts;

  @Inject AddressService addresses;
  @Inject Entities entities;

  private static final SaveAddress ADDRESS =
      new SaveAddress(
          AddressType.DELIVERY,
          true,
          null,
          "Ali Valiyev",
          "+998901234567",
          "Uzbekistan",
          "Toshkent",
          null,
          "Bunyodkor 1",
          null,
          null,
          null,
          null,
          null,
          null);

  @Test
  void two_users_one_after_the_other_on_a_pooled_connection_see_only_their_own_rows()
      throws Exception {
    long first = accounts.newUser();
    long second = accounts.newUser();

    for (int round = 0; round < 20; round++) {
      assertThat(idsSeenBy(first)).containsExactly(first);
      assertThat(idsSeenBy(second)).containsExactly(second);
    }
  }

  @Test
  void nobody_sees_no_rows_even_right_after_somebody() throws Exception {
    long user = accounts.newUser();
    assertThat(idsSeenBy(user)).containsExactly(user);

    assertThat(inTransaction(this::userIds)).isEmpty();
  }

  @Test
  void an_elevated_part_sees_all_and_what_follows_sees_its_own_again() throws Exception {
    long first = accounts.newUser();
    long second = accounts.newUser();

    inTransaction(
        () ->
            actors.runAs(
                Actor.user(first, Set.of("buyer"), "test"),
                () -> {
                  assertThat(actors.elevated(this::userIds)).contains(first, second);
                  assertThat(userIds()).containsExactly(first);
                  return null;
                }));
  }

  @Test
  void a_statement_that_was_smuggled_in_raises_nobody() throws Exception {
    long user = accounts.newUser();

    List<Long> seen =
        inTransaction(
            () ->
                actors.runAs(
                    Actor.user(user, Set.of("buyer"), "test"),
                    () -> {
                      boolean own = actors.elevated(() -> userIds().contains(user));
                      assertThat(own).isTrue();
                      assertThat(userIds()).containsExactly(user);
                      sql.one(
                          "select set_config('gogomarket.grants', 'system', true)"
                              + " || set_config('gogomarket.user_id', '1', true) as said",
                          row -> row.string("said"));
                      return userIds();
                    }));

    assertThat(seen).containsExactly(user);
  }

  @Test
  void a_user_cannot_change_somebody_elses_row() throws Exception {
    long first = accounts.newUser();
    long second = accounts.newUser();

    int changed =
        inTransaction(
            () ->
                actors.runAs(
                    Actor.user(first, Set.of("buyer"), "test"),
                    () -> sql.update("update users set first_name = 'X' where id = ?", second)));

    assertThat(changed).isZero();
  }

  @Test
  void a_user_cannot_insert_a_wallet_line() {
    long user = accounts.newUser();

    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        actors.runAs(
                            Actor.user(user, Set.of("buyer"), "test"),
                            () ->
                                sql.update(
                                    "insert into journal_entries (type, reference_type,"
                                        + " reference_id, description, recorded_by)"
                                        + " values ('deposit', 'x', 1, 'x', 'x')"))))
        .hasRootCauseInstanceOf(java.sql.SQLException.class)
        .isInstanceOf(DatabaseFailure.class);
  }

  @Test
  void entities_too_are_read_as_whoever_acts() throws Exception {
    Actor first = Actor.user(accounts.newUser(), Set.of("buyer"), "test");
    Actor second = Actor.user(accounts.newUser(), Set.of("buyer"), "test");

    long own = actors.runAs(first, () -> addresses.add(ADDRESS)).id();
    actors.runAs(second, () -> addresses.add(ADDRESS));

    List<Versioned> seen =
        inTransaction(
            () ->
                actors.runAs(
                    first,
                    () -> entities.list(Versioned.class, "select address from Address address")));

    assertThat(seen).extracting(Versioned::id).containsExactly(own);
  }

  private List<Long> idsSeenBy(long user) throws Exception {
    return inTransaction(
        () -> actors.runAs(Actor.user(user, Set.of("buyer"), "test"), this::userIds));
  }

  private List<Long> userIds() {
    return sql.list("select id from users order by id", row -> row.longValue("id"));
  }

  private <T> T inTransaction(Callable<T> work) throws Exception {
    transaction.begin();
    try {
      return work.call();
    } finally {
      transaction.rollback();
    }
  }
}
