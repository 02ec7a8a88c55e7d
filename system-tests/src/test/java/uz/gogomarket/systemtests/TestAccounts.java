package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Accounts for tests, each test its own. */
public final class TestAccounts {

  public static final String PASSWORD = "a good long password";

  private TestAccounts() {}

  /** Somebody who is logged in. */
  public record Person(long userId, String email, String accessToken, String refreshToken) {

    /** A request of theirs, JSON on both sides. */
    public RequestSpecification request() {
      return given().header("Authorization", "Bearer " + accessToken).contentType(ContentType.JSON);
    }

    /** The same person after another log-in. */
    public Person loggedInAgain() {
      return logIn(userId, email);
    }
  }

  public static Person buyer() {
    Registered registered = register();
    return logIn(registered.userId(), registered.email());
  }

  public static Person seller() {
    return withRole("seller");
  }

  public static Person courier() {
    return withRole("courier");
  }

  /** Somebody who holds every role but an admin's, and nothing else. */
  public static Person everythingButAdmin() {
    Registered registered = registerForEverything();
    return logIn(registered.userId(), registered.email());
  }

  /** Somebody who may do whatever anybody may. */
  public static Person everything() {
    Registered registered = registerForEverything();
    grantAdmin(registered, "super_admin");
    return logIn(registered.userId(), registered.email());
  }

  public static Person superAdmin() {
    return admin("super_admin");
  }

  /**
   * An admin.
   *
   * @param type a label of admin_role_enum
   * @param permissions besides what the type may do
   */
  public static Person admin(String type, String... permissions) {
    Registered registered = register();
    grantAdmin(registered, type, permissions);
    return logIn(registered.userId(), registered.email());
  }

  /** Runs a statement as the system; for what no door offers. */
  public static void execute(String sql, Object... parameters) {
    try (Connection connection = TestMarketplace.database().ownerDataSource().getConnection()) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute("select set_config('gogomarket.grants', 'system', true)");
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          statement.setObject(i + 1, parameters[i]);
        }
        statement.execute();
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Registered(long userId, String email) {}

  private static Person withRole(String role) {
    Registered registered = register();
    grant(registered, role);
    return logIn(registered.userId(), registered.email());
  }

  private static Registered registerForEverything() {
    Registered registered = register();
    for (String role : new String[] {"seller", "courier", "wholesaler", "influencer"}) {
      grant(registered, role);
    }
    return registered;
  }

  private static void grantAdmin(Registered registered, String type, String... permissions) {
    execute(
        "insert into admin_roles (user_id, role_type, permissions) values (?, ?, to_jsonb(?::text[]))",
        registered.userId(),
        type,
        "{" + String.join(",", permissions) + "}");
  }

  private static void grant(Registered registered, String role) {
    execute(
        "insert into user_roles (user_id, role, verified_at) values (?, ?, now())",
        registered.userId(),
        role);
  }

  private static Registered register() {
    String email = "t" + UUID.randomUUID() + "@example.uz";
    long id =
        given()
            .contentType(ContentType.JSON)
            .body(
                Map.of(
                    "email", email, "password", PASSWORD, "firstName", "Test", "lastName", "User"))
            .post("/auth/register")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getLong("id");
    return new Registered(id, email);
  }

  private static Person logIn(long userId, String email) {
    JsonPath tokens =
        given()
            .contentType(ContentType.JSON)
            .body(Map.of("email", email, "password", PASSWORD))
            .post("/auth/login")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    return new Person(
        userId, email, tokens.getString("accessToken"), tokens.getString("refreshToken"));
  }
}
