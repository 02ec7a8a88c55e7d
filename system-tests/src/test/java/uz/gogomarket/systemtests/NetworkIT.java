package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.runtime.Marketplace;
import uz.gogomarket.runtime.Settings;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** A marketplace of its own with all its limits, as strangers on the network meet it. */
@Timeout(60)
class NetworkIT {

  private static final Path DATA =
      Path.of(System.getProperty("gogomarket.data")).resolveSibling("data-network");

  private static final int PER_MINUTE = 60;
  private static final int REGISTRATIONS = 10;

  private static final Random RANDOM = new Random();

  private static Marketplace marketplace;

  @BeforeAll
  static void start() {
    marketplace =
        new Marketplace(
            Settings.read(
                Map.ofEntries(
                    Map.entry("gogomarket.home", System.getProperty("gogomarket.home")),
                    Map.entry("gogomarket.data", DATA.toString()),
                    Map.entry("gogomarket.reset", "true"),
                    Map.entry("gogomarket.demo", "none"),
                    Map.entry("gogomarket.http.port", "0"),
                    Map.entry("gogomarket.http.request-timeout", "10"),
                    Map.entry("gogomarket.http.trusted-proxies", "127.0.0.1"),
                    Map.entry("gogomarket.limits.requests-per-minute", "" + PER_MINUTE),
                    Map.entry("gogomarket.log.format", "json"),
                    Map.entry("gogomarket.db.port", "0"),
                    Map.entry("gogomarket.password.bcrypt-cost", "4")),
                Map.of()));
    marketplace.start();
    TestMarketplace.speakTo(marketplace.url(), marketplace.database());
  }

  @AfterAll
  static void stop() {
    TestMarketplace.speakToShared();
    marketplace.close();
  }

  @Test
  void a_body_that_comes_byte_by_byte_is_cut_off() throws IOException {
    try (Socket socket = dribble()) {
      while (!isCutOff(socket)) {
        socket.getOutputStream().write(' ');
      }
    } catch (SocketException cutOff) {
      // by the server, while we were writing
    }
  }

  private static boolean isCutOff(Socket socket) throws IOException {
    socket.setSoTimeout(100);
    byte[] answer = new byte[1000];
    try {
      while (socket.getInputStream().read(answer) >= 0) {
        // what it says before it closes
      }
      return true;
    } catch (SocketTimeoutException open) {
      return false;
    }
  }

  @Test
  void the_client_behind_a_proxy_is_the_one_whose_session_it_is() {
    Person person = TestAccounts.buyer();
    behindProxy("203.0.113.1", "https")
        .contentType(ContentType.JSON)
        .body(Map.of("email", person.email(), "password", TestAccounts.PASSWORD))
        .post("/auth/login")
        .then()
        .statusCode(200);
    person
        .request()
        .get("/me/sessions")
        .then()
        .body("items.ipAddress", hasItems("203.0.113.1", "127.0.0.1"));
  }

  @Test
  void a_partners_secret_comes_from_this_machine_or_over_tls() {
    SoapClient partner = SoapClient.of(TestAccounts.seller());

    assertThat(listProducts(partner)).contains("ListProductsResponse");
    assertThat(
            listProducts(partner, "X-Forwarded-For", "203.0.113.2", "X-Forwarded-Proto", "https"))
        .contains("ListProductsResponse");
    assertThat(listProducts(partner, "X-Forwarded-For", "203.0.113.2", "X-Forwarded-Proto", "http"))
        .contains("https_required");
    assertThat(listProducts(partner, "X-Forwarded-For", "127.0.0.1")).contains("https_required");
    assertThat(listProducts(partner, "Forwarded", "for=203.0.113.2;proto=https"))
        .contains("https_required");
  }

  @ParameterizedTest
  @CsvSource({"https,true", "http,false"})
  void cookies_of_the_tasklist_are_secure_where_the_client_spoke_tls(
      String scheme, boolean secure) {
    List<String> cookies =
        behindProxy("203.0.113.3", scheme)
            .basePath("")
            .contentType(ContentType.URLENC)
            .formParam("username", Quarrel.judge().email())
            .formParam("password", TestAccounts.PASSWORD)
            .post("/camunda/api/admin/auth/user/default/login/tasklist")
            .then()
            .statusCode(200)
            .extract()
            .headers()
            .getValues("Set-Cookie");

    assertThat(cookies)
        .hasSize(2)
        .allSatisfy(cookie -> assertThat(cookie.contains("; Secure")).isEqualTo(secure));
  }

  @Test
  void figures_about_the_server_are_for_programs_on_its_machine() {
    for (String path : List.of("/metrics", "/metrics?scope=vendor")) {
      given().basePath("").get(path).then().statusCode(200);
      behindProxy("203.0.113.11", "https").basePath("").get(path).then().statusCode(404);
    }
    given().basePath("").header("X-Forwarded-For", "x").get("/metrics").then().statusCode(404);
  }

  @Test
  void strangers_are_told_up_or_down_and_no_more() {
    for (String path : List.of("/health", "/health/live", "/health/ready")) {
      behindProxy("203.0.113.11", "https")
          .basePath("")
          .get(path)
          .then()
          .statusCode(200)
          .body(equalTo("{\"status\":\"UP\"}"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/settings", "/camunda/app/tasklist/default/", "/nothing"})
  void browsers_that_spoke_tls_are_told_to_go_on_with_it(String path) {
    behindProxy("203.0.113.12", "https")
        .basePath("")
        .get(path)
        .then()
        .header("Strict-Transport-Security", startsWith("max-age=63072000"));
    behindProxy("203.0.113.12", "http")
        .basePath("")
        .get(path)
        .then()
        .header("Strict-Transport-Security", nullValue());
  }

  @Test
  void a_failure_is_logged_with_its_request_and_account_and_nothing_else_about_them() {
    Person person = TestAccounts.buyer();
    String id = "log-" + UUID.randomUUID();
    String phone = "+998901357911";
    person
        .request()
        .body(
            Map.of(
                "type", "delivery",
                "fullName", "Ali",
                "phone", phone,
                "country", "Uzbekistan",
                "city", "Toshkent",
                "street", "Bunyodkor 5"))
        .post("/me/addresses")
        .then()
        .statusCode(201);
    TestAccounts.execute("revoke select on user_addresses from gogomarket_app");
    try {
      person.request().header("X-Request-Id", id).get("/me/addresses").then().statusCode(500);
    } finally {
      TestAccounts.execute("grant select on user_addresses to gogomarket_app");
    }

    List<JsonNode> records =
        await()
            .until(
                NetworkIT::log,
                all -> all.stream().anyMatch(each -> each.path("RequestId").asText().equals(id)));

    assertThat(records)
        .filteredOn(each -> each.path("RequestId").asText().equals(id))
        .allSatisfy(
            each -> assertThat(each.path("UserId").asText()).isEqualTo("" + person.userId()));
    assertThat(records.stream().map(JsonNode::toString))
        .noneMatch(line -> line.contains(person.email()))
        .noneMatch(line -> line.contains(person.accessToken()))
        .noneMatch(line -> line.contains(TestAccounts.PASSWORD))
        .noneMatch(line -> line.contains(phone));
  }

  /** What the server has logged so far; every line has to be JSON. */
  private static List<JsonNode> log() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> records = new ArrayList<>();
    for (String line : Files.readAllLines(DATA.resolve("logs/server.log"))) {
      records.add(json.readTree(line));
    }
    return records;
  }

  @Test
  void an_address_opens_so_many_accounts_and_no_more() {
    for (int i = 0; i < REGISTRATIONS; i++) {
      register("203.0.113.4").statusCode(201);
    }
    register("203.0.113.4").statusCode(429).header("Retry-After", notNullValue());
    register("203.0.113.5").statusCode(201);
  }

  @Test
  void made_up_tokens_spend_the_budget_of_their_address() {
    spendAll("203.0.113.6", () -> Map.of("Authorization", "Bearer a.b.c"), 401);
    spendAll("203.0.113.7", () -> Map.of("X-Guest-Token", madeUpGuest()), 401);
    behindProxy("203.0.113.8", "https").get("/settings").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/openapi,203.0.113.20",
    "/docs/index.html,203.0.113.21",
    "/health/live,203.0.113.22",
    "/camunda/app/tasklist/default/,203.0.113.23",
    "/ws/PartnerCatalog?wsdl,203.0.113.24",
    "/.well-known/jwks.json,203.0.113.25",
    "/no-such-page,203.0.113.26"
  })
  void every_door_spends_the_budget_of_its_address(String path, String address) throws Exception {
    List<Integer> answers =
        Shop.together(
            2 * PER_MINUTE,
            () -> behindProxy(address, "https").basePath("").get(path).statusCode());

    assertThat(answers).contains(429);
  }

  @ParameterizedTest
  @CsvSource({"text/xml,500,203.0.113.27", "application/soap+xml,400,203.0.113.28"})
  void a_partners_program_hears_of_a_spent_budget_by_a_fault(
      String type, int status, String address) throws Exception {
    String[] headers = {"Content-Type", type, "X-Forwarded-For", address};
    assertThat(
            Shop.together(
                2 * PER_MINUTE, () -> SoapClient.post("PartnerCatalog", new byte[0], headers)))
        .filteredOn(each -> each.headers().firstValue("Retry-After").isPresent())
        .isNotEmpty()
        .allMatch(each -> each.statusCode() == status)
        .allMatch(each -> each.headers().firstValue("Content-Type").orElse("").startsWith(type))
        .allMatch(each -> each.body().matches("(?s).*AccessFault.*too_many_requests.*"));
  }

  @Test
  void load_balancers_look_after_our_health_as_often_as_they_like() {
    for (int i = 0; i < 2 * PER_MINUTE; i++) {
      given().basePath("").get("/health/live").then().statusCode(200);
    }
  }

  @Test
  void new_guests_have_no_budgets_of_their_own() {
    spendAll("203.0.113.9", () -> Map.of("X-Guest-Token", newGuest()), 200);
  }

  @Test
  void what_an_account_asks_for_costs_nobody_beside_it() {
    Person person = TestAccounts.buyer();
    for (int i = 0; i < PER_MINUTE / 2; i++) {
      behindProxy("203.0.113.10", "https")
          .header("Authorization", "Bearer " + person.accessToken())
          .get("/me")
          .then()
          .statusCode(200);
    }
    String left =
        behindProxy("203.0.113.10", "https").get("/settings").then().extract().header("RateLimit");
    assertThat(left).contains("r=" + (PER_MINUTE - 1) + ";");
  }

  private static void spendAll(String address, Supplier<Map<String, String>> headers, int status) {
    Set<Integer> answers = new HashSet<>();
    for (int i = 0; i < 2 * PER_MINUTE; i++) {
      answers.add(
          behindProxy(address, "https").headers(headers.get()).get("/settings").statusCode());
    }
    assertThat(answers).containsExactlyInAnyOrder(status, 429);
  }

  private static String newGuest() {
    String address = "2001:db8:" + Integer.toHexString(RANDOM.nextInt(0xffff)) + "::1";
    return behindProxy(address, "https").post("/guests").then().extract().path("guestToken");
  }

  private static String madeUpGuest() {
    byte[] token = new byte[32];
    RANDOM.nextBytes(token);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private static ValidatableResponse register(String address) {
    return behindProxy(address, "https")
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "email",
                "n" + UUID.randomUUID() + "@example.uz",
                "password",
                TestAccounts.PASSWORD,
                "firstName",
                "Test",
                "lastName",
                "User"))
        .post("/auth/register")
        .then();
  }

  private static RequestSpecification behindProxy(String client, String scheme) {
    return given().header("X-Forwarded-For", client).header("X-Forwarded-Proto", scheme);
  }

  private static String listProducts(SoapClient partner, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(
        List.of("Content-Type", "text/xml; charset=utf-8", "Authorization", partner.basic()));
    String text =
        SoapClient.envelope(
            SoapClient.SOAP_11, "", "<ListProducts xmlns='urn:gogomarket:partner:catalog:v1'/>");
    return SoapClient.post(
            "PartnerCatalog", text.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new))
        .body();
  }

  /** The beginning of a request whose body goes on for ever. */
  private static Socket dribble() throws IOException {
    URI url = marketplace.url();
    Socket socket = new Socket(url.getHost(), url.getPort());
    String head =
        String.join(
            "\r\n",
            "POST /api/v1/auth/login HTTP/1.1",
            "Host: " + url.getAuthority(),
            "Content-Type: application/json",
            "Content-Length: 100000",
            "",
            "{");
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    return socket;
  }
}
