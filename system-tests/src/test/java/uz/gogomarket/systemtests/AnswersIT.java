package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** What every answer tells browsers, caches and strangers. */
class AnswersIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String PRODUCTS = "/api/v1/products?limit=24";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/docs",
        "/docs/",
        "/docs/docs.js",
        "/openapi",
        "/health",
        "/metrics",
        "/.well-known/jwks.json",
        "/ws/PartnerCatalog?wsdl",
        "/ws/Nothing",
        "/api/v1/settings",
        "/api/v1/me",
        "/api/v1/nothing",
        "/nothing",
        "/camunda/app/tasklist/default/",
        "/camunda/app/cockpit/",
        "/camunda/api/engine/engine/default/task",
        "/camunda/nothing"
      })
  void browsers_are_told_what_they_may_do_with_it(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);

    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("object-src 'none'", "base-uri ", "frame-ancestors 'none'");
    assertThat(header(answer, "Strict-Transport-Security")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/docs,/docs/", "/docs?x=1,/docs/?x=1", "/media/demo,/media/demo/"})
  void a_folder_has_its_address_with_a_slash(String asked, String told) throws Exception {
    HttpResponse<byte[]> answer = get(asked);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/9.9",
        "GET /%00 HTTP/1.1",
        "TRACE / HTTP/1.1",
        "OPTIONS * HTTP/1.1",
        "GET /nothing HTTP/1.1",
        "GET /ws/PartnerCatalog?wsdl HTTP/1.1",
        "GET /ws/PartnerOrders?wsdl HTTP/1.1",
        "GET /ws/PartnerOrders12?xsd=1 HTTP/1.1",
        "GET /camunda/api/engine/engine/default/task HTTP/1.1",
        "GET /camunda/WEB-INF/web.xml HTTP/1.1",
        "GET /WEB-INF/web.xml HTTP/1.1"
      })
  void nothing_says_what_it_is_made_with(String request) throws IOException {
    assertThat(raw(request))
        .startsWith("HTTP/1.1 ")
        .doesNotContainIgnoringCase("payara")
        .doesNotContainIgnoringCase("glassfish")
        .doesNotContainIgnoringCase("grizzly")
        .doesNotContainIgnoringCase("published by")
        .doesNotContainIgnoringCase("\r\nserver:")
        .doesNotContainIgnoringCase("\r\nx-powered-by:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/me",
        "/me/sessions",
        "/me/addresses",
        "/orders",
        "/payments",
        "/wallet",
        "/no-such-thing"
      })
  void what_is_personal_is_kept_by_nobody(String path) throws Exception {
    HttpResponse<byte[]> answer =
        get("/api/v1" + path, "Authorization", "Bearer " + TestAccounts.buyer().accessToken());

    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void neither_is_what_only_admins_or_partners_see() throws Exception {
    assertThat(header(get("/camunda/api/engine/engine/default/task"), "Cache-Control"))
        .isEqualTo("no-store");
    assertThat(header(get("/camunda/app/tasklist/default/"), "Cache-Control"))
        .isEqualTo("no-store");
    assertThat(
            header(
                SoapClient.of(TestAccounts.seller())
                    .call(
                        "PartnerCatalog",
                        "<ListProducts xmlns='urn:gogomarket:partner:catalog:v1'/>"),
                "Cache-Control"))
        .isEqualTo("no-store");
  }

  @Test
  void what_everybody_sees_is_kept_and_may_be_compressed_on_the_way() throws Exception {
    assertThat(header(get(PRODUCTS), "Cache-Control")).matches("public, max-age=\\d+");
  }

  @ParameterizedTest
  @ValueSource(strings = {PRODUCTS, "/openapi", "/openapi?format=JSON", "/ws/PartnerOrders?wsdl"})
  void long_texts_are_compressed_for_whoever_takes_that(String path) throws Exception {
    HttpResponse<byte[]> plain = get(path);
    HttpResponse<byte[]> gzip = get(path, "Accept-Encoding", "br, gzip;q=0.8");

    assertThat(header(plain, "Content-Encoding")).isEmpty();
    assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(plain, "Vary")).contains("Accept-Encoding");
    assertThat(header(gzip, "Vary")).contains("Accept-Encoding");
    assertThat(gzip.body()).hasSizeLessThan(plain.body().length / 2);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
        .isEqualTo(plain.body());
  }

  @Test
  void short_ones_and_those_with_tokens_are_not() throws Exception {
    Person person = TestAccounts.buyer();
    HttpResponse<byte[]> login =
        CLIENT.send(
            request("/api/v1/auth/login", "Accept-Encoding", "gzip")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"%s\",\"password\":\"%s\"}"
                            .formatted(person.email(), TestAccounts.PASSWORD)))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(header(login, "Content-Encoding")).isEmpty();
    assertThat(header(get("/health", "Accept-Encoding", "gzip"), "Content-Encoding")).isEmpty();
    assertThat(header(get(PRODUCTS, "Accept-Encoding", "gzip;q=0"), "Content-Encoding")).isEmpty();
    assertThat(header(get(PRODUCTS, "Accept-Encoding", "gzip;q=0, *"), "Content-Encoding"))
        .isEmpty();
  }

  @Test
  void what_a_client_has_compressed_is_not_sent_again() throws Exception {
    String tag = header(get(PRODUCTS, "Accept-Encoding", "gzip"), "ETag");

    HttpResponse<byte[]> again = get(PRODUCTS, "Accept-Encoding", "gzip", "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "Vary")).contains("Accept-Encoding", "Accept-Language");
  }

  @Test
  void a_program_on_this_machine_is_told_what_was_checked() throws Exception {
    assertThat(text(get("/health/ready"))).contains("\"checks\"", "\"database\"", "\"ledger\"");
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return CLIENT.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI).resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String raw(String request) throws IOException {
    URI server = URI.create(RestAssured.baseURI);
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              (request + "\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
