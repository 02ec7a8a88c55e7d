package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.BpmPlatform;
import org.junit.jupiter.api.Test;
import uz.gogomarket.dispatch.DispatchService;
import uz.gogomarket.identity.AddressService;
import uz.gogomarket.identity.AddressType;
import uz.gogomarket.identity.SaveAddress;
import uz.gogomarket.identity.UserRole;
import uz.gogomarket.identity.VerificationService;
import uz.gogomarket.platform.AccessDenied;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Answer;
import uz.gogomarket.platform.DatabaseFailure;
import uz.gogomarket.platform.Entities;
import uz.gogomarket.platform.Idempotency;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.platform.Versioned;

@ContainerTest
class RowSecurityIT {

  @Inject Actors actors;
  @Inject Sql sql;
  @Resource UserTransaction transaction;
  @Inject Accounts accounts;

  @Inject AddressService addresses;
  @Inject VerificationService verification;
  @Inject DispatchService dispatch;
  @Inject Idempotency idempotency;
  @Inject Entities entities;

  private static final String ADDRESSES = "select address from Address address";

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
  void an_elevated_use_case_sees_all_and_what_follows_sees_its_own_again() throws Exception {
    long first = accounts.newUser();
    long second = accounts.newUser();

    inTransaction(
        () ->
            actors.runAs(
                buyer(first),
                () -> {
                  assertThat(isBuyerAsAUseCaseSeesIt(second)).isTrue();
                  assertThat(userIds()).containsExactly(first);
                  return null;
                }));
  }

  @Test
  void who_may_not_call_an_elevated_use_case_is_refused_before_it_is_one() throws Exception {
    long user = accounts.newUser();

    inTransaction(
        () ->
            actors.runAs(
                buyer(user),
                () -> {
                  assertThatThrownBy(() -> dispatch.get("GM00000001"))
                      .isInstanceOf(AccessDenied.class);
                  return null;
                }));
  }

  @Test
  void what_was_changed_is_written_before_somebody_else_acts() throws Exception {
    Actor first = buyer(accounts.newUser());
    actors.runAs(first, () -> addresses.add(ADDRESS));

    int written =
        inTransaction(
            () ->
                actors.runAs(
                    first,
                    () -> {
                      Versioned address = entities.list(Versioned.class, ADDRESSES).get(0);
                      int read = address.version();
                      entities.touch(address);
                      return actors.runAs(Actor.system("test"), address::version) - read;
                    }));

    assertThat(written).isEqualTo(1);
  }

  @Test
  void a_statement_that_was_smuggled_in_raises_nobody() throws Exception {
    long user = accounts.newUser();

    List<Long> seen =
        inTransaction(
            () ->
                actors.runAs(
                    buyer(user),
                    () -> {
                      assertThat(isBuyerAsAUseCaseSeesIt(user)).isTrue();
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
  void a_text_holds_one_statement_whether_it_is_ours_or_the_engines() {
    String second = "; discard sequences";
    String reason = "one select, insert, update or delete";

    assertThatThrownBy(() -> sql.one("select 1 as n" + second, row -> row.intValue("n")))
        .hasMessageContaining(reason);
    assertThatThrownBy(
            () ->
                BpmPlatform.getDefaultProcessEngine()
                    .getTaskService()
                    .createNativeTaskQuery()
                    .sql("select * from engine.act_ru_task where id_ = 'x'" + second)
                    .list())
        .hasStackTraceContaining(reason);
  }

  @Test
  void a_user_cannot_change_somebody_elses_row() throws Exception {
    long first = accounts.newUser();
    long second = accounts.newUser();

    int changed =
        inTransaction(
            () ->
                actors.runAs(
                    buyer(first),
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
    Actor first = buyer(accounts.newUser());
    Actor second = buyer(accounts.newUser());

    long own = actors.runAs(first, () -> addresses.add(ADDRESS)).id();
    actors.runAs(second, () -> addresses.add(ADDRESS));

    List<Versioned> seen =
        inTransaction(() -> actors.runAs(first, () -> entities.list(Versioned.class, ADDRESSES)));

    assertThat(seen).extracting(Versioned::id).containsExactly(own);
  }

  private static Actor buyer(long user) {
    return Actor.user(user, Set.of("buyer"), "test");
  }

  /** Asks an elevated use case for use cases, from within one. */
  private boolean isBuyerAsAUseCaseSeesIt(long user) {
    Answer answer =
        idempotency.once(
            "is-buyer-" + user,
            new byte[] {1},
            () ->
                new Answer(
                    verification.isVerified(user, UserRole.BUYER) ? 200 : 404, "{}", null, false));
    return answer.status() == 200;
  }

  private List<Long> idsSeenBy(long user) throws Exception {
    return inTransaction(() -> actors.runAs(buyer(user), this::userIds));
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
