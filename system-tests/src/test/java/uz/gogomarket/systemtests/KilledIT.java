package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A marketplace of its own that is killed outright and started again. */
class KilledIT {

  private final Path data =
      Path.of(System.getProperty("gogomarket.data")).resolveSibling("data-killed");
  private int httpPort;
  private int databasePort;
  private Process launcher;

  @BeforeEach
  void choose_ports() throws IOException {
    httpPort = freePort();
    databasePort = freePort();
  }

  @AfterEach
  void stop() throws InterruptedException {
    launcher.destroy();
    launcher.waitFor();
  }

  @Test
  void what_was_answered_is_still_there_after_everything_was_killed() throws Exception {
    launcher = start("-Dgogomarket.reset=true");
    List<String> emails =
        Stream.generate(() -> "k" + UUID.randomUUID() + "@example.uz").limit(5).toList();
    emails.forEach(this::register);

    killEverything();
    launcher = start("-Dgogomarket.reset=false");

    emails.forEach(this::logIn);
  }

  private void register(String email) {
    given()
        .baseUri("http://127.0.0.1:" + httpPort)
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "email",
                email,
                "password",
                TestAccounts.PASSWORD,
                "firstName",
                "Test",
                "lastName",
                "User"))
        .post("/auth/register")
        .then()
        .statusCode(201);
  }

  private void logIn(String email) {
    given()
        .baseUri("http://127.0.0.1:" + httpPort)
        .contentType(ContentType.JSON)
        .body(Map.of("email", email, "password", TestAccounts.PASSWORD))
        .post("/auth/login")
        .then()
        .statusCode(200);
  }

  /** The launcher, the server and PostgreSQL, each without a chance to tidy up. */
  private void killEverything() throws InterruptedException {
    List<ProcessHandle> all = launcher.descendants().toList();
    launcher.destroyForcibly().waitFor();
    all.forEach(ProcessHandle::destroyForcibly);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  private Process start(String reset) throws IOException {
    Path log = data.resolveSibling("killed.log");
    Files.createDirectories(log.getParent());
    Process started =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dgogomarket.home=" + System.getProperty("gogomarket.home"),
                "-Dgogomarket.data=" + data,
                "-Dgogomarket.http.port=" + httpPort,
                "-Dgogomarket.db.port=" + databasePort,
                "-Dgogomarket.demo=none",
                "-Dgogomarket.password.bcrypt-cost=4",
                reset,
                "uz.gogomarket.runtime.Main")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    await()
        .atMost(Duration.ofMinutes(4))
        .until(
            () -> {
              assertThat(started.isAlive()).as("see " + log).isTrue();
              return Files.readString(log).contains("GoGoMarket is running");
            });
    return started;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
