package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send who are no clients: they neither hold the server nor confuse it. */
@Timeout(120)
class StrangersIT {

  private static final String PROBLEM = "application/problem+json";
  private static final String SMUGGLED = "GET /api/v1/settings HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private static final long UNREAD_ANSWERS = 48L * 1024 * 1024;

  private final List<Socket> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Test
  void while_hundreds_of_bodies_are_waited_for_others_are_answered() throws IOException {
    for (int i = 0; i < 300; i++) {
      say(login("Content-Length: 100\r\n") + "{");
    }

    given().get("/settings").then().statusCode(200);
    for (Socket socket : open) {
      assertThat(isOpen(socket)).isTrue();
    }
  }

  @Test
  void only_few_threads_wait_for_large_bodies_and_the_rest_come_later() throws IOException {
    for (int i = 0; i < 100; i++) {
      say(login("Content-Length: 200000\r\n") + "{");
    }

    given().get("/settings").then().statusCode(200);
    String last = hear(say(login("Content-Length: 200000\r\n") + "{"));
    assertThat(last).startsWith("HTTP/1.1 503 ").contains("Retry-After: ").contains(PROBLEM);
  }

  @Test
  void a_partners_program_is_told_by_a_fault_to_come_later() throws IOException {
    for (int i = 0; i < 100; i++) {
      say(login("Content-Length: 200000\r\n") + "{");
    }

    String call =
        "POST /ws/PartnerCatalog HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\n"
            + "Content-Length: 200000\r\n\r\n<";

    assertThat(hear(say(call)))
        .startsWith("HTTP/1.1 500 ")
        .contains("Retry-After: ", "Content-Type: text/xml", "ConflictFault", "unavailable");
  }

  @Test
  void who_breaks_off_a_large_body_is_no_failure_of_ours() throws IOException {
    double before = unnamed();
    Socket socket = say(login("Content-Length: 200000\r\n") + "{".repeat(100_000));
    socket.setSoLinger(true, 0);
    socket.close();

    await().untilAsserted(() -> assertThat(unnamed()).isGreaterThan(before));
    assertThat(TestMarketplace.log()).doesNotContain("Error while closing the output stream");
  }

  /** Requests that were over before they had come to an operation. */
  private static double unnamed() {
    String figures = given().basePath("").get("/metrics").asString();
    Matcher line =
        Pattern.compile("(?m)^requests_seconds_count\\{[^}]*operation=\"other\"[^}]*} (\\S+)$")
            .matcher(figures);
    return line.find() ? Double.parseDouble(line.group(1)) : 0;
  }

  @Test
  void whoever_was_answered_keeps_no_thread_though_the_body_goes_on() throws IOException {
    for (int i = 0; i < 100; i++) {
      // Larger than the API takes: it says so without reading.
      Socket socket = say(login("Content-Length: 2000000\r\n") + "{");

      assertThat(new String(socket.getInputStream().readNBytes(13), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 413 ");
    }
  }

  @Test
  void a_body_larger_than_any_is_refused_before_it_comes() throws IOException {
    assertThat(hear(say(login("Content-Length: 10000000000\r\n") + "{")))
        .startsWith("HTTP/1.1 413 ")
        .contains(PROBLEM);
  }

  @Test
  void headers_in_utf_8_are_taken_and_blanks_hold_nobody_up() throws IOException {
    String header =
        new String("хлеб".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    String blanks = " ".repeat(8_000) + '\u0085';
    for (String value : List.of(header, blanks)) {
      assertThat(
              hear(
                  say(
                      "GET /api/v1/settings HTTP/1.1\r\nHost: localhost\r\nX: "
                          + value
                          + "\r\nConnection: close\r\n\r\n")))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @ParameterizedTest
  @CsvSource({"?x=1,A: 1,1,400", "/,Content-Length:\t0\t,1,400", "/,A: 1,100,431"})
  void what_the_server_would_refuse_without_a_word_is_told(
      String target, String header, int times, int status) throws IOException {
    String head = "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n";

    assertThat(hear(say(head + (header + "\r\n").repeat(times) + "\r\n")))
        .startsWith("HTTP/1.1 " + status + " ")
        .contains(PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /api/v1/settings HTT", "POST /api/v1/guests HTTP/1.1\r\nX: "})
  void a_head_that_does_not_arrive_is_not_waited_for_long(String beginning) throws IOException {
    assertThat(hear(say(beginning))).startsWith("HTTP/1.1 408 ").contains(PROBLEM);
  }

  @Test
  void a_body_that_does_not_arrive_is_not_waited_for_long() throws IOException {
    assertThat(hear(say(login("Content-Length: 2\r\n") + "{")))
        .startsWith("HTTP/1.1 408 ")
        .contains(PROBLEM);
  }

  @Test
  void who_waits_for_leave_to_send_a_body_gets_it() throws IOException {
    Socket socket =
        say(login("Content-Length: 2\r\nConnection: close\r\nExpect: 100-continue\r\n"));
    assertThat(new String(socket.getInputStream().readNBytes(25), StandardCharsets.US_ASCII))
        .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");

    socket.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));

    assertThat(hear(socket)).startsWith("HTTP/1.1 400 ").contains("\"field\":\"email\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2\n{}\r\n0\r\n\r\n",
        "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
        "Content-Length : 2\r\n\r\n{}",
        "Content-Length: 2\n\r\n{}"
      })
  void a_request_whose_end_can_be_read_in_two_ways_is_refused_and_hung_up_on(String rest)
      throws IOException {
    String head =
        "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    String answer = hear(say(head + rest + SMUGGLED));

    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains(PROBLEM)
        .contains("Connection: close")
        .containsOnlyOnce("HTTP/1.1 ");
  }

  @Test
  void requests_one_behind_the_other_are_answered_in_turn() throws IOException {
    String wrong = "{\"email\":\"a@b.uz\",\"password\":\"x\"}";
    String chunked =
        login("Transfer-Encoding: chunked\r\n")
            + "1\r\n{\r\n20\r\n"
            + wrong.substring(1)
            + "\r\n0\r\n\r\n";

    String answers =
        hear(
            say(
                chunked
                    + SMUGGLED
                    + SMUGGLED.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")));

    assertThat(answers.split("HTTP/1\\.1 "))
        .hasSize(4)
        .satisfies(each -> assertThat(each[1]).startsWith("401 "))
        .satisfies(each -> assertThat(each[3]).startsWith("200 "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%zz", "/docs/%", "/api/v1/products?q=%", "/%c0%af", "/a%00", "/..%2fx"})
  void an_address_that_cannot_be_decoded_is_told_so(String target) {
    PlainHttp.Answer answer = PlainHttp.send("GET", target, Map.of(), new byte[0]);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).isEqualTo(PROBLEM);
    assertThat(answer.body()).contains("\"code\":\"invalid_input\"");
    assertThat(TestMarketplace.log()).doesNotContain("CharConversionException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/settings", "/camunda/app/tasklist/", "/ws/PartnerOrders"})
  void a_method_that_nobody_knows_is_not_allowed(String path) {
    PlainHttp.Answer answer = PlainHttp.send("FROBNICATE", path, Map.of(), new byte[0]);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.type()).isEqualTo(PROBLEM);
    assertThat(answer.headers()).containsKey("allow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/settings", "/health", "/camunda/app/tasklist/"})
  void under_a_foreign_name_nothing_is_served(String path) throws IOException {
    assertThat(hear(say("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n\r\n")))
        .startsWith("HTTP/1.1 421 ")
        .contains(PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({"http://evil.example,403", "null,403", "own,401"})
  void pages_of_other_sites_cannot_log_in(String origin, int status) {
    String own = RestAssured.baseURI;
    given()
        .basePath("")
        .header("Origin", origin.equals("own") ? own : origin)
        .contentType("application/json")
        .body(Map.of("email", "a@b.uz", "password", "wrong"))
        .post("/api/v1/auth/login")
        .then()
        .statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/no-such-page",
    "GET,/ws/PartnerCatalog?wsdl",
    "GET,/ws/PartnerCatalog?xsd=1",
    "POST,/ws/PartnerOrders",
    "PUT,/docs/",
    "GET,/camunda/no-such-page",
    "DELETE,/camunda/app/tasklist/default/",
    "GET,/a%2fb",
    "GET,/%zz"
  })
  void no_answer_tells_what_the_server_is_made_of(String method, String target) {
    PlainHttp.Answer answer = PlainHttp.send(method, target, Map.of(), new byte[0]);

    assertThat(answer.headers() + answer.body())
        .doesNotContainIgnoringCase("payara")
        .doesNotContainIgnoringCase("glassfish")
        .doesNotContainIgnoringCase("grizzly")
        .doesNotContainIgnoringCase("metro")
        .doesNotContain("XML-WS");
  }

  @ParameterizedTest
  @CsvSource({"PUT,/docs/", "DELETE,/", "PATCH,/health", "POST,/openapi"})
  void pages_are_read_and_nothing_else(String method, String target) {
    PlainHttp.Answer answer = PlainHttp.send(method, target, Map.of(), new byte[0]);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.type()).isEqualTo(PROBLEM);
    assertThat(answer.headers()).containsEntry("allow", "GET, HEAD");
  }

  @Test
  void http_2_is_not_spoken() throws Exception {
    HttpClient modern = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI).resolve("/health/live")).build();

    HttpResponse<Void> answer = modern.send(request, HttpResponse.BodyHandlers.discarding());

    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    assertThat(hear(say("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"))).startsWith("HTTP/1.1 505 ");
  }

  @Test
  void answers_that_nobody_reads_are_not_kept() throws Exception {
    String description = "GET /openapi HTTP/1.1\r\nHost: localhost\r\n\r\n";
    long before = bytesInUse();
    for (int i = 0; i < 200; i++) {
      say(description.repeat(20));
    }

    given().get("/settings").then().statusCode(200);
    assertThat(bytesInUse() - before).isLessThan(UNREAD_ANSWERS);
    int port = URI.create(RestAssured.baseURI).getPort();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(TestMarketplace.serverSockets().connections(port)).isLessThan(20));
  }

  /** What the server's arrays of bytes take that can be reached. */
  private static long bytesInUse() throws IOException, InterruptedException {
    String pid = Files.readAllLines(TestMarketplace.data().resolve("server.pid")).get(0);
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process histogram = new ProcessBuilder(jcmd.toString(), pid, "GC.class_histogram").start();
    try (BufferedReader lines = histogram.inputReader()) {
      return lines
          .lines()
          .map(line -> line.strip().split("\\s+"))
          .filter(columns -> columns.length > 3 && columns[3].equals("[B"))
          .mapToLong(columns -> Long.parseLong(columns[2]))
          .findFirst()
          .orElseThrow();
    } finally {
      histogram.waitFor();
    }
  }

  private static String login(String more) {
    return "POST /api/v1/auth/login HTTP/1.1\r\n"
        + "Host: localhost\r\n"
        + "Content-Type: application/json\r\n"
        + more
        + "\r\n";
  }

  private Socket say(String text) throws IOException {
    URI server = URI.create(RestAssured.baseURI);
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    open.add(socket);
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (SocketException cutOff) {
      // the server has heard enough
    }
    return socket;
  }

  /** All that is answered until the server hangs up. */
  private static String hear(Socket socket) throws IOException {
    socket.setSoTimeout(60_000);
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static boolean isOpen(Socket socket) throws IOException {
    socket.setSoTimeout(1);
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException nothingSaid) {
      return true;
    }
  }
}
