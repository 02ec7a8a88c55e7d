package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uz.gogomarket.runtime.Credentials;
import uz.gogomarket.runtime.Database;
import uz.gogomarket.runtime.Promises;
import uz.gogomarket.systemtests.TestAccounts.Person;

/**
 * A marketplace of its own that is killed outright while it sells, and started again: what each
 * buyer heard, or did not hear, before that is held against what is there afterwards.
 */
class KilledIT {

  private static final int BUYERS = 6;
  private static final int STOCK = 100_000;
  private static final Path DATA =
      Path.of(System.getProperty("gogomarket.data")).resolveSibling("data-killed");

  /** A checkout that was sent. */
  private record Sent(Person buyer, Map<String, Object> order, String key) {
    Response again() {
      return Shop.place(buyer.request(), order, key);
    }
  }

  private static final Queue<Sent> ANSWERED = new ConcurrentLinkedQueue<>();
  private static final Queue<Sent> CUT_OFF = new ConcurrentLinkedQueue<>();
  private static Sent unheard;
  private static long product;
  private static int httpPort;
  private static int databasePort;
  private static Process launcher;

  @BeforeAll
  static void kill_it_while_it_sells_and_start_it_again() throws Exception {
    httpPort = freePort();
    databasePort = freePort();
    launcher = start("-Dgogomarket.reset=true");
    TestMarketplace.speakTo(URI.create("http://127.0.0.1:" + httpPort), database());
    Shop.admin()
        .request()
        .body(Map.of("name", "Idishlar"))
        .post("/admin/categories")
        .then()
        .statusCode(201);
    product = Shop.product(TestAccounts.seller(), "10000.00", STOCK);
    List<Person> buyers = new ArrayList<>();
    for (int i = 0; i < BUYERS; i++) {
      buyers.add(richBuyer());
    }
    unheard = ready(richBuyer());

    ExecutorService shoppers = Executors.newFixedThreadPool(BUYERS);
    try (Socket neverRead = new Socket("127.0.0.1", httpPort)) {
      buyers.forEach(buyer -> shoppers.execute(() -> shopUntilCutOff(buyer)));
      send(neverRead, unheard);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  ANSWERED.size() >= 5 * BUYERS
                      && !Rows.values(
                              "select key from idempotency_keys where key = ?", unheard.key())
                          .isEmpty());
      killEverything();
    } finally {
      shoppers.shutdown();
      assertThat(shoppers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
    launcher = start("-Dgogomarket.reset=false");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    TestMarketplace.speakToShared();
    if (launcher != null) {
      launcher.destroy();
      launcher.waitFor();
    }
  }

  @Test
  void it_was_killed_in_the_middle_of_checkouts() {
    assertThat(CUT_OFF).isNotEmpty();
  }

  @Test
  void whoever_had_an_account_can_log_in() {
    ANSWERED.stream().map(Sent::buyer).distinct().forEach(Person::loggedInAgain);
  }

  @Test
  void every_checkout_that_was_answered_is_answered_the_same_again() {
    assertThat(ANSWERED).allSatisfy(KilledIT::assertReplayed);
  }

  @Test
  void a_checkout_that_was_done_but_never_answered_is_answered_now_and_not_done_again() {
    assertReplayed(unheard);

    assertThat(orders(unheard.buyer())).isEqualTo(1);
  }

  @Test
  void a_checkout_that_was_cut_off_is_done_once_when_it_is_sent_again() {
    for (Sent cutOff : CUT_OFF) {
      assertThat(cutOff.again().statusCode()).isEqualTo(201);
      assertReplayed(cutOff);
      long answered = ANSWERED.stream().filter(sent -> sent.buyer() == cutOff.buyer()).count();
      assertThat(orders(cutOff.buyer())).isEqualTo(answered + 1);
    }
  }

  @Test
  void every_promise_holds() throws Exception {
    try (Connection connection = TestMarketplace.database().ownerDataSource().getConnection()) {
      assertThat(Promises.broken(connection)).isEmpty();
    }
    assertThat(
            Shop.stock(product)
                + Integer.parseInt(
                    Rows.value(
                        "select sum(quantity) from order_items where product_id = ?", product)))
        .isEqualTo(STOCK);
  }

  private static void assertReplayed(Sent sent) {
    Response again = sent.again();
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  private static long orders(Person buyer) {
    return Long.parseLong(
        Rows.value("select count(*) from orders where buyer_id = ?", buyer.userId()));
  }

  private static Person richBuyer() {
    Person buyer = TestAccounts.buyer();
    Shop.deposit(buyer, "900000000.00");
    return buyer;
  }

  /** With something in the cart and its price known. */
  private static Sent ready(Person buyer) {
    Shop.put(buyer.request(), product, 1);
    return new Sent(buyer, Shop.order("gogomoney", Shop.quote(buyer.request())), Shop.key());
  }

  private static void shopUntilCutOff(Person buyer) {
    try {
      while (true) {
        Sent sent = ready(buyer);
        CUT_OFF.add(sent);
        int status = sent.again().statusCode();
        if (status == 201) {
          ANSWERED.add(sent);
          CUT_OFF.remove(sent);
        }
      }
    } catch (Exception | AssertionError killed) {
      // whatever was in CUT_OFF stays there
    }
  }

  /** Sends a checkout and leaves it at that. */
  private static void send(Socket socket, Sent sent) throws IOException {
    String body = new ObjectMapper().writeValueAsString(sent.order());
    String head =
        String.join(
            "\r\n",
            "POST /api/v1/checkouts HTTP/1.1",
            "Host: 127.0.0.1:" + httpPort,
            "Authorization: Bearer " + sent.buyer().accessToken(),
            "Idempotency-Key: " + sent.key(),
            "Content-Type: " + ContentType.JSON,
            "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length,
            "",
            body);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** The launcher, the server and PostgreSQL, each without a chance to tidy up. */
  private static void killEverything() throws InterruptedException {
    List<ProcessHandle> all = launcher.descendants().toList();
    launcher.destroyForcibly().waitFor();
    all.forEach(ProcessHandle::destroyForcibly);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static Process start(String reset) throws IOException {
    Path log = DATA.resolveSibling("killed.log");
    Files.createDirectories(log.getParent());
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "-Dgogomarket.home=" + System.getProperty("gogomarket.home"),
            "-Dgogomarket.data=" + DATA,
            "-Dgogomarket.http.port=" + httpPort,
            "-Dgogomarket.db.port=" + databasePort,
            "-Dgogomarket.demo=none",
            "-Dgogomarket.password.bcrypt-cost=4",
            "-Dgogomarket.limits.requests-per-minute=0",
            "-Dgogomarket.limits.registrations-per-quarter-hour=0",
            reset,
            "uz.gogomarket.runtime.Main"));
    Process started =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    await()
        .atMost(Duration.ofMinutes(4))
        .until(
            () -> {
              assertThat(started.isAlive()).as("see " + log).isTrue();
              return Files.readString(log).contains("GoGoMarket is running");
            });
    return started;
  }

  private static Database database() throws IOException {
    Credentials owner =
        new Credentials(
            "gogomarket_owner",
            Files.readString(DATA.resolve("secrets/database-password-gogomarket_owner.txt"))
                .strip());
    return new Database(
        "jdbc:postgresql://127.0.0.1:" + databasePort + "/gogomarket", owner, owner);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
