package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uz.gogomarket.identity.GuestService;
import uz.gogomarket.identity.IdentityService;
import uz.gogomarket.identity.LogIn;
import uz.gogomarket.identity.TokenService;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Sql;

/** How a marketplace gets its first admin, and forgets guests who left. */
@ContainerTest
class AccountCareIT {

  @Inject IdentityService identity;
  @Inject TokenService tokens;
  @Inject GuestService guests;
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
  void guests_are_forgotten_after_their_time_unless_they_became_somebody() {
    long gone = newGuest("now() - interval '1 day'", "null");
    long staying = newGuest("now() + interval '1 day'", "null");
    long known = newGuest("now() - interval '1 day'", "(select min(id) from users)");
    threads.inTransaction(() -> actors.runAsSystem("test", () -> guests.forgetExpired()));
    assertThat(exists(gone)).isFalse();
    assertThat(exists(staying)).isTrue();
    assertThat(exists(known)).isTrue();
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
