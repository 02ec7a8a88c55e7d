package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uz.gogomarket.runtime.Marketplace;
import uz.gogomarket.runtime.Settings;

/**
 * A server of its own that is killed outright while two consumers have acted on a message and
 * nobody has acknowledged it yet; then another one is started.
 */
class OutboxKilledIT {

  private static final Path DATA =
      Path.of(System.getProperty("gogomarket.data")).resolveSibling("data-killed");

  private static Marketplace marketplace;
  private static List<Long> whenKilled;

  @BeforeAll
  static void kill_it_between_effect_and_acknowledgement() throws Exception {
    Path ear = DATA.resolveSibling("killed.ear");
    Files.createDirectories(ear.getParent());
    Deployments.marketplaceWith(
            MovableClock.class,
            KilledListener.class,
            KilledListener.Outside.class,
            KilledListener.Here.class)
        .as(ZipExporter.class)
        .exportTo(ear.toFile(), true);
    start(ear, "true", "-D" + KilledListener.HOLD + "=true");
    await().atMost(Duration.ofSeconds(60)).until(OutboxKilledIT::hasDeliveredAll);
    try (Connection owner = marketplace.database().ownerDataSource().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute(KilledListener.SCHEMA);
    }
    register();
    await().atMost(Duration.ofSeconds(60)).until(() -> heard("killed-outside").size() == 1);
    await().atMost(Duration.ofSeconds(60)).until(() -> attempted("killed-here") == 1);
    killServer();
    whenKilled = heard("killed-here");
    marketplace.close();
    // Later than the end of the lease that the dead server has.
    start(ear, "false", "-Dgogomarket.test.ahead=PT10M");
    await().atMost(Duration.ofSeconds(60)).until(OutboxKilledIT::hasDeliveredAll);
  }

  @AfterAll
  static void stop() {
    if (marketplace != null) {
      marketplace.close();
    }
  }

  @Test
  void what_it_did_in_our_own_database_was_gone_with_it_and_is_there_once() throws SQLException {
    assertThat(whenKilled).isEmpty();
    assertThat(heard("killed-here")).hasSize(1);
  }

  @Test
  void what_it_did_outside_is_done_again_under_the_same_id() throws SQLException {
    List<Long> heard = heard("killed-outside");
    assertThat(heard).hasSize(2);
    assertThat(heard.get(0)).isEqualTo(heard.get(1));
  }

  private static void start(Path ear, String reset, String option) {
    marketplace =
        new Marketplace(
            Settings.read(
                Map.of(
                    "gogomarket.home",
                    System.getProperty("gogomarket.home"),
                    "gogomarket.ear",
                    ear.toString(),
                    "gogomarket.data",
                    DATA.toString(),
                    "gogomarket.reset",
                    reset,
                    "gogomarket.demo",
                    "none",
                    "gogomarket.http.port",
                    "0",
                    "gogomarket.db.port",
                    "0",
                    "gogomarket.password.bcrypt-cost",
                    "4",
                    "gogomarket.jvm.options",
                    option),
                Map.of()));
    marketplace.start();
  }

  private static void register() throws Exception {
    String account =
        """
        {"email": "t%s@example.uz", "password": "a good long password",
         "firstName": "Test", "lastName": "User"}
        """
            .formatted(UUID.randomUUID());
    HttpRequest request =
        HttpRequest.newBuilder(marketplace.url().resolve("/api/v1/auth/register"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(account))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  /** Without a chance to tidy up. */
  private static void killServer() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(DATA.resolve("server.pid")).get(0));
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    server.destroyForcibly();
    await().atMost(Duration.ofSeconds(30)).until(() -> !server.isAlive());
  }

  /** The ids of the messages that it has acted on, as everybody can see. */
  private static List<Long> heard(String consumer) throws SQLException {
    return values("select message_id from test.heard where consumer = ? order by place", consumer);
  }

  private static boolean hasDeliveredAll() throws SQLException {
    return values("select message_id from outbox_deliveries where consumer like ?", "killed-%")
        .isEmpty();
  }

  private static long attempted(String consumer) throws SQLException {
    return values("select attempts from outbox_deliveries where consumer = ?", consumer).stream()
        .findFirst()
        .orElse(0L);
  }

  private static List<Long> values(String query, String parameter) throws SQLException {
    try (Connection owner = marketplace.database().ownerDataSource().getConnection();
        Statement acting = owner.createStatement();
        PreparedStatement statement = owner.prepareStatement(query)) {
      acting.execute("select set_config('gogomarket.grants', 'system', false)");
      statement.setString(1, parameter);
      List<Long> values = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getLong(1));
        }
      }
      return values;
    }
  }
}
