package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uz.gogomarket.cart.AddToCart;
import uz.gogomarket.cart.CartService;
import uz.gogomarket.identity.FirstAdmin;
import uz.gogomarket.identity.GuestService;
import uz.gogomarket.identity.IdentityService;
import uz.gogomarket.identity.LogIn;
import uz.gogomarket.identity.RegisterAccount;
import uz.gogomarket.identity.TokenService;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Sql;

/** How a marketplace gets its first admin, and forgets guests who left. */
@ContainerTest
class AccountCareIT {

  /** What the owner of the database adds before the server starts: nobody else may do it. */
  static final String SCHEMA =
      """
      create function test.give_away_the_first_admins_address() returns trigger
          language plpgsql security definer set search_path = public, pg_temp as $$
      begin
          update users set email = 'former@example.uz' where email = 'admin@gogomarket.local';
          return null;
      end
      $$;
      create table test.address_given_away (at timestamptz);
      create trigger give_away after insert on test.address_given_away
          for each row execute function test.give_away_the_first_admins_address();
      grant insert on test.address_given_away to public;
      """;

  private static final String NO_SUPER_ADMIN =
      "update admin_roles set expires_at = '2100-01-01' where role_type = 'super_admin'";

  @Inject IdentityService identity;
  @Inject FirstAdmin firstAdmin;
  @Resource UserTransaction transaction;
  @Inject TokenService tokens;
  @Inject GuestService guests;
  @Inject CartService carts;
  @Inject Goods goods;
  @Inject Actors actors;
  @Inject Sql sql;
  @Inject ManagedThreads threads;

  @Test
  void an_empty_marketplace_has_a_super_admin_with_a_password_of_its_own() throws IOException {
    String secrets = Objects.requireNonNull(System.getenv("GOGOMARKET_SECRETS_DIR"));
    String password = Files.readString(Path.of(secrets, "first-admin-password")).strip();
    String token = identity.logIn(new LogIn("admin@gogomarket.local", password)).accessToken();
    assertThat(tokens.authenticate(token).grants()).containsAll(Permissions.ALL);
  }

  @Test
  void nobody_else_opens_an_account_with_the_first_admins_address() {
    assertThatThrownBy(
            () ->
                identity.register(
                    new RegisterAccount(
                        " Admin@GoGoMarket.local", "a good long password", "A", "B", null, null)))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void the_first_admin_comes_back_where_no_super_admin_is_left() throws Exception {
    assertThat(superAdminsAfter(NO_SUPER_ADMIN)).isEqualTo(1);
  }

  @Test
  void an_account_that_only_has_the_first_admins_address_is_never_made_one() throws Exception {
    assertThat(
            superAdminsAfter(
                NO_SUPER_ADMIN,
                "insert into test.address_given_away values (now())",
                "insert into users (email, password_hash, first_name, last_name)"
                    + " values ('admin@gogomarket.local', 'a stranger''s', 'A', 'B')"))
        .isZero();
  }

  /** How many there are after the next start, if it were after these changes. */
  private int superAdminsAfter(String... changes) throws Exception {
    transaction.begin();
    try {
      return actors.runAs(
          Accounts.GIVES_ROLES,
          () -> {
            for (String change : changes) {
              sql.update(change);
            }
            actors.runAsSystem("first-admin", () -> firstAdmin.ensure());
            return sql.one(
                "select count(*) as n from admin_roles"
                    + " where role_type = 'super_admin' and expires_at is null",
                row -> row.intValue("n"));
          });
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void guests_are_forgotten_after_their_time_unless_they_became_somebody() {
    long gone = newGuest("now() - interval '1 day'", "null");
    long staying = newGuest("now() + interval '1 day'", "null");
    long known = newGuest("now() - interval '1 day'", "(select min(id) from users)");
    threads.inTransaction(() -> actors.runAsSystem("test", () -> guests.forgetExpired()));
    assertThat(exists(gone)).isFalse();
    assertThat(exists(staying)).isTrue();
    assertThat(exists(known)).isTrue();
  }

  @Test
  void a_guest_is_forgotten_with_the_cart_that_he_left_behind() {
    long seller = goods.newSeller();
    long category = goods.newCategoryOf(null, null).id();
    long product = goods.onSale(seller, category, "Choynak", "1000", 10).id();
    long gone = newGuest("now() - interval '1 day'", "null");
    long staying = newGuest("now() + interval '1 day'", "null");
    for (long guest : List.of(gone, staying)) {
      actors.runAs(Actor.guest(guest), () -> carts.add(new AddToCart(product, null, 1)));
    }

    threads.inTransaction(() -> actors.runAsSystem("test", () -> carts.abandonExpired()));
    threads.inTransaction(() -> actors.runAsSystem("test", () -> guests.forgetExpired()));

    assertThat(exists(gone)).isFalse();
    assertThat(exists(staying)).isTrue();
    assertThat(actors.runAs(Actor.guest(staying), () -> carts.view()).units()).isOne();
  }

  private long newGuest(String expiresAt, String userId) {
    long id = Objects.requireNonNull(tokens.guest(guests.open().guestToken()).guestId());
    threads.inTransaction(
        () ->
            actors.runAsSystem(
                "test",
                () ->
                    sql.update(
                        "update guest_sessions set expires_at = "
                            + expiresAt
                            + ", user_id = "
                            + userId
                            + " where id = ?",
                        id)));
    return id;
  }

  private boolean exists(long guestId) {
    return threads.inTransaction(
        () ->
            actors.runAsSystem(
                "test",
                () ->
                    sql.one(
                        "select exists (select 1 from guest_sessions where id = ?) as there",
                        row -> row.bool("there"),
                        guestId)));
  }
}
