package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import uz.gogomarket.identity.AccountAdminService;
import uz.gogomarket.identity.AddressService;
import uz.gogomarket.identity.AddressType;
import uz.gogomarket.identity.AdminRoleType;
import uz.gogomarket.identity.GrantAdminRole;
import uz.gogomarket.identity.GuestService;
import uz.gogomarket.identity.IdentityService;
import uz.gogomarket.identity.LogIn;
import uz.gogomarket.identity.RegisterAccount;
import uz.gogomarket.identity.SaveAddress;
import uz.gogomarket.identity.TokenPair;
import uz.gogomarket.identity.TokenService;
import uz.gogomarket.identity.UserRole;
import uz.gogomarket.identity.VerificationService;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.ProblemException;
import uz.gogomarket.platform.Sql;

/** Sessions, permissions and the promises of accounts, inside the server. */
@ContainerTest
class IdentityIT {

  private static final String PASSWORD = "a good long password";

  @Inject IdentityService identity;
  @Inject TokenService tokens;
  @Inject GuestService guests;
  @Inject AddressService addresses;
  @Inject VerificationService verification;
  @Inject Accounts accounts;
  @Inject AccountAdminService admins;
  @Inject Actors actors;
  @Inject Sql sql;
  @Inject ManagedThreads threads;
  @Resource UserTransaction transaction;

  private record LoggedIn(long id, String email, TokenPair tokens, Actor actor) {}

  @Test
  void a_token_speaks_for_the_session_that_it_was_issued_in() {
    LoggedIn user = newSession();
    assertThat(user.actor().userId()).isEqualTo(user.id());
    assertThat(user.actor().grants()).containsExactly("buyer");
    assertThat(asUser(user, () -> identity.me()).email()).isEqualTo(user.email());
  }

  @Test
  void nobody_reads_a_profile_without_logging_in() {
    refused("unauthenticated", () -> identity.me());
    refused("unauthenticated", () -> actors.runAs(Actor.guest(1), () -> identity.me()));
  }

  @Test
  void a_session_that_was_ended_is_refused_where_it_matters_though_its_token_lives() {
    LoggedIn user = newSession();
    system(
        () ->
            sql.update("update user_sessions set revoked_at = now() where user_id = ?", user.id()));
    assertThat(asUser(user, () -> identity.me()).id()).isEqualTo(user.id());
    refused("session_ended", () -> asUser(user, () -> identity.requestRole(UserRole.SELLER, null)));
  }

  @Test
  void a_suspended_account_is_refused_where_it_matters_though_its_token_lives() {
    LoggedIn user = newSession();
    accounts.suspend(user.id());
    refused(
        "account_suspended", () -> asUser(user, () -> identity.requestRole(UserRole.SELLER, null)));
    refused("account_suspended", () -> identity.refresh(user.tokens().refreshToken()));
    refused("account_suspended", () -> identity.logIn(new LogIn(user.email(), PASSWORD)));
  }

  @Test
  void the_reuse_of_a_refresh_token_is_remembered_though_it_is_refused() {
    LoggedIn user = newSession();
    TokenPair next = identity.refresh(user.tokens().refreshToken());
    refused("refresh_token_reused", () -> identity.refresh(user.tokens().refreshToken()));
    refused("session_ended", () -> identity.refresh(next.refreshToken()));
    refused("session_ended", () -> tokens.authenticate(next.accessToken()));
    int remembered =
        system(
            () ->
                sql.one(
                    "select count(*) as n from audit_logs"
                        + " where action = 'session.refresh_token_reused' and entity_id in"
                        + " (select id from user_sessions where user_id = ?)",
                    row -> row.intValue("n"),
                    user.id()));
    assertThat(remembered).isEqualTo(1);
  }

  @Test
  void a_guest_who_logs_in_is_remembered_as_the_user() {
    String guestToken = guests.open().guestToken();
    Actor guest = tokens.guest(guestToken);
    String email = register();
    actors.runAs(guest, () -> identity.logIn(new LogIn(email, PASSWORD)));
    String linked =
        system(
            () ->
                sql.one(
                    "select u.email from guest_sessions g join users u on u.id = g.user_id"
                        + " where g.id = ?",
                    row -> row.string("email"),
                    guest.guestId()));
    assertThat(linked).isEqualTo(email);
  }

  @Test
  void an_old_log_in_gives_way_to_the_fifty_first() {
    LoggedIn user = newSession();
    for (int i = 0; i < 50; i++) {
      identity.logIn(new LogIn(user.email(), PASSWORD));
    }
    assertThat(asUser(user, () -> identity.sessions())).hasSize(50).noneMatch(s -> s.current());
    refused("session_ended", () -> identity.refresh(user.tokens().refreshToken()));
  }

  @Test
  void two_super_admins_cannot_remove_each_other_at_once() throws Exception {
    onlyThese(
        newAdmin(AdminRoleType.SUPER_ADMIN),
        newAdmin(AdminRoleType.SUPER_ADMIN),
        (first, second) -> {
          List<Boolean> done =
              atOnce(
                  () -> asUser(first, () -> admins.suspend(second.id(), "test")),
                  () -> asUser(second, () -> admins.suspend(first.id(), "test")));
          assertThat(done).containsExactlyInAnyOrder(true, false);
        });
  }

  @Test
  void the_last_super_admin_for_good_is_not_given_an_end() throws Exception {
    GrantAdminRole untilTomorrow =
        new GrantAdminRole(AdminRoleType.SUPER_ADMIN, null, Instant.now().plus(1, ChronoUnit.DAYS));
    onlyThese(
        newAdmin(AdminRoleType.SUPER_ADMIN),
        newAdmin(AdminRoleType.SUPER_ADMIN),
        (first, second) -> {
          asUser(first, () -> admins.grant(second.id(), untilTomorrow));
          LoggedIn temporary = logIn(second.email());
          refused(
              "last_super_admin",
              () -> asUser(temporary, () -> admins.grant(first.id(), untilTomorrow)));
        });
  }

  @Test
  void a_role_is_decided_once_also_where_two_admins_decide_at_once() throws Exception {
    LoggedIn user = newSession();
    asUser(user, () -> identity.requestRole(UserRole.COURIER, "bicycle"));
    LoggedIn one = newAdmin(AdminRoleType.ROLE_MANAGER);
    LoggedIn other = newAdmin(AdminRoleType.ROLE_MANAGER);
    List<Boolean> done =
        atOnce(
            () -> decide(one, () -> verification.approve(user.id(), UserRole.COURIER)),
            () -> decide(other, () -> verification.reject(user.id(), UserRole.COURIER, "no")));
    assertThat(done).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void a_grant_cannot_be_larger_than_the_granters_own() {
    LoggedIn user = newSession();
    LoggedIn manager = newAdmin(AdminRoleType.ROLE_MANAGER);
    refused(
        "access_denied",
        () ->
            asUser(
                manager,
                () ->
                    admins.grant(
                        user.id(),
                        new GrantAdminRole(
                            AdminRoleType.ROLE_MANAGER,
                            List.of(Permissions.ACCOUNTING_READ),
                            null))));
  }

  @Test
  void the_main_role_is_what_is_left_of_all_roles() throws Exception {
    LoggedIn admin = newAdmin(AdminRoleType.SUPER_ADMIN);
    LoggedIn user = newSession();
    asUser(user, () -> identity.requestRole(UserRole.SELLER, null));
    asUser(user, () -> identity.requestRole(UserRole.COURIER, null));

    decide(admin, () -> verification.approve(user.id(), UserRole.SELLER));
    decide(admin, () -> verification.approve(user.id(), UserRole.COURIER));
    assertThat(mainRole(user)).isEqualTo("seller");
    decide(
        admin,
        () ->
            admins.grant(user.id(), new GrantAdminRole(AdminRoleType.ACCOUNTING, List.of(), null)));
    assertThat(mainRole(user)).isEqualTo("admin");
    decide(admin, () -> verification.withdraw(user.id(), UserRole.SELLER, "closed"));
    assertThat(mainRole(user)).isEqualTo("admin");
    long held = asUser(admin, () -> admins.get(user.id())).adminRoles().get(0).id();
    decide(admin, () -> admins.revoke(user.id(), held));
    assertThat(mainRole(user)).isEqualTo("courier");
    decide(admin, () -> verification.withdraw(user.id(), UserRole.COURIER, "left"));
    assertThat(mainRole(user)).isEqualTo("buyer");
  }

  @Test
  void the_database_knows_what_each_kind_of_admin_may_do() {
    for (AdminRoleType type : AdminRoleType.values()) {
      List<String> permissions =
          sql.list(
              "select unnest(permissions_of(?)) as permission",
              row -> row.string("permission"),
              type);
      assertThat(permissions)
          .as(type.name())
          .containsExactlyInAnyOrderElementsOf(type.permissions());
    }
  }

  @Test
  void a_withdrawn_role_is_remembered_as_it_was() throws Exception {
    LoggedIn admin = newAdmin(AdminRoleType.SUPER_ADMIN);
    LoggedIn user = newSession();
    asUser(user, () -> identity.requestRole(UserRole.SELLER, "I sell tea"));
    decide(admin, () -> verification.approve(user.id(), UserRole.SELLER));
    decide(admin, () -> verification.withdraw(user.id(), UserRole.SELLER, "closed"));

    String before =
        system(
            () ->
                sql.one(
                    "select old_values::text as old from audit_logs where action = 'role.withdrawn'"
                        + " and entity_id = ?",
                    row -> row.string("old"),
                    user.id()));

    assertThat(before).contains("verified", "I sell tea");
  }

  private String mainRole(LoggedIn user) {
    return system(
        () ->
            sql.one(
                "select role::text as role from users where id = ?",
                row -> row.string("role"),
                user.id()));
  }

  @Test
  void row_security_hides_the_sessions_and_addresses_of_others() throws Exception {
    LoggedIn user = newSession();
    LoggedIn other = newSession();
    asUser(user, () -> addresses.add(address()));
    for (String table : List.of("user_sessions", "user_addresses", "users", "user_roles")) {
      String column = table.equals("users") ? "id" : "user_id";
      int seen =
          inTransaction(
              () ->
                  actors.runAs(
                      other.actor(),
                      () ->
                          sql.one(
                              "select count(*) as n from " + table + " where " + column + " = ?",
                              row -> row.intValue("n"),
                              user.id())));
      assertThat(seen).as(table).isZero();
    }
  }

  @Test
  void nobody_gives_themselves_a_role_past_the_service() {
    LoggedIn user = newSession();
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        actors.runAs(
                            user.actor(),
                            () ->
                                sql.update(
                                    "insert into user_roles (user_id, role, verified_at) values (?, 'seller', now())",
                                    user.id()))))
        .hasMessageContaining("row-level security");
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        actors.runAs(
                            user.actor(),
                            () ->
                                sql.update(
                                    "insert into admin_roles (user_id, role_type) values (?, 'super_admin')",
                                    user.id()))))
        .hasMessageContaining("row-level security");
  }

  private static SaveAddress address() {
    return new SaveAddress(
        AddressType.DELIVERY,
        null,
        null,
        "Malika Karimova",
        "901234567",
        "Uzbekistan",
        "Tashkent",
        null,
        "Amir Temur",
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private String register() {
    String email = "t" + UUID.randomUUID() + "@example.uz";
    identity.register(new RegisterAccount(email, PASSWORD, "Test", "User", null, null));
    return email;
  }

  private LoggedIn newSession() {
    return logIn(register());
  }

  private LoggedIn logIn(String email) {
    TokenPair pair = identity.logIn(new LogIn(email, PASSWORD));
    Actor actor = tokens.authenticate(pair.accessToken());
    return new LoggedIn(java.util.Objects.requireNonNull(actor.userId()), email, pair, actor);
  }

  private LoggedIn newAdmin(AdminRoleType type) {
    LoggedIn user = newSession();
    givingRoles(
        () ->
            sql.update(
                "insert into admin_roles (user_id, role_type) values (?, ?)", user.id(), type));
    return logIn(user.email());
  }

  private interface Pair {
    void accept(LoggedIn first, LoggedIn second) throws Exception;
  }

  /** For the length of a test no other super admin counts. */
  private void onlyThese(LoggedIn first, LoggedIn second, Pair work) throws Exception {
    Set<Long> two = Set.of(first.id(), second.id());
    String others =
        "update admin_roles set expires_at = ?::timestamptz where role_type = 'super_admin' and user_id <> all (?)";
    givingRoles(() -> sql.update(others, "2100-01-01", two));
    try {
      work.accept(first, second);
    } finally {
      givingRoles(() -> sql.update(others, null, two));
    }
  }

  private <T> T asUser(LoggedIn user, java.util.function.Supplier<T> work) {
    return actors.runAs(user.actor(), work);
  }

  private boolean decide(LoggedIn admin, Runnable decision) {
    return actors.runAs(
        admin.actor(),
        () -> {
          decision.run();
          return true;
        });
  }

  private <T> T system(java.util.function.Supplier<T> work) {
    return threads.inTransaction(() -> actors.runAsSystem("test", work));
  }

  private <T> T givingRoles(java.util.function.Supplier<T> work) {
    return threads.inTransaction(() -> actors.runAs(Accounts.GIVES_ROLES, work));
  }

  private List<Boolean> atOnce(Callable<?> first, Callable<?> second) {
    CompletableFuture<Boolean> one = threads.start(first);
    CompletableFuture<Boolean> other = threads.start(second);
    return List.of(one.join(), other.join());
  }

  private <T> T inTransaction(Callable<T> work) throws Exception {
    transaction.begin();
    try {
      return work.call();
    } finally {
      transaction.rollback();
    }
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
