package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.systemtests.PlainHttp.Answer;

/** The SOAP door before what no well-behaved client sends. */
@Timeout(30)
class SoapDoorIT {

  private static final String LIST = "<ListProducts xmlns='urn:gogomarket:partner:catalog:v1'/>";
  private static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

  private static SoapClient client;

  @BeforeEach
  void aKey() {
    if (client == null) {
      client = SoapClient.of(TestAccounts.seller());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PartnerCatalog", "PartnerOrders"})
  void the_contract_is_served_to_all_with_one_address_for_both_versions(String service) {
    String address = RestAssured.baseURI + "/ws/" + service;
    String wsdl = given().get(address + "?wsdl").then().statusCode(200).extract().asString();

    assertThat(wsdl.split("location=\"" + address + "\"", -1)).as("two ports").hasSize(3);
    assertThat(wsdl).contains("Soap11\"", "Soap12\"", "UsernameToken", address + "?xsd=1");
    given().get(address + "?xsd=1").then().statusCode(200).body(containsString(address + "?xsd=2"));
    given().get(address + "?xsd=2").then().statusCode(200);
    given().get(address + "?xsd=3").then().statusCode(405);
    given().get(address).then().statusCode(405);
    given().delete(address).then().statusCode(405);
    given().get(RestAssured.baseURI + "/ws/Nothing?wsdl").then().statusCode(404);
    given().post(address + "12").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wsdl", "xsd=1", "xsd=2"})
  void a_contract_has_the_configured_address_whatever_a_request_says(String query) {
    String address = RestAssured.baseURI + "/ws/PartnerCatalog?" + query;

    String told =
        given()
            .header("X-Forwarded-Host", "evil.example")
            .header("X-Forwarded-Proto", "https")
            .header("Forwarded", "host=evil.example")
            .get(address)
            .asString();

    assertThat(told).isEqualTo(given().get(address).asString()).doesNotContain("evil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?wsdl", "?xsd=1", "?xsd=2", ""})
  void nothing_tells_which_library_answers(String query) {
    Response answer =
        query.isEmpty()
            ? given()
                .auth()
                .preemptive()
                .basic(client.keyId(), client.secret())
                .contentType("text/xml")
                .body(SoapClient.envelope(SoapClient.SOAP_11, "", LIST))
                .post(RestAssured.baseURI + "/ws/PartnerCatalog")
            : given().get(RestAssured.baseURI + "/ws/PartnerCatalog" + query);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString() + answer.headers())
        .doesNotContainIgnoringCase("metro", "xml-ws", "jax-ws", "RI's version", "eclipse-ee4j");
  }

  @ParameterizedTest
  @CsvSource({
    "http://schemas.xmlsoap.org/soap/envelope/, text/xml",
    "http://schemas.xmlsoap.org/soap/envelope/, application/soap+xml",
    "http://www.w3.org/2003/05/soap-envelope, text/xml",
    "http://www.w3.org/2003/05/soap-envelope, application/soap+xml; charset=utf-8"
  })
  void the_envelope_tells_the_version_of_the_answer(String envelope, String type) {
    HttpResponse<String> answer =
        SoapClient.post(
            "PartnerCatalog",
            SoapClient.envelope(envelope, "", LIST).getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            type,
            "Authorization",
            client.basic());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains(envelope, "ListProductsResponse");
    assertThat(answer.headers().firstValue("Content-Type"))
        .get()
        .asString()
        .startsWith(envelope.equals(SoapClient.SOAP_11) ? "text/xml" : "application/soap+xml");
  }

  @Test
  void who_says_not_who_calls_is_challenged() {
    HttpResponse<String> answer = post(SoapClient.envelope(SoapClient.SOAP_11, "", LIST));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).get().asString().contains("Basic");
    assertThat(answer.body()).contains("AccessFault", "unauthenticated");
  }

  @Test
  void a_username_token_is_as_good_as_basic() {
    assertThat(post(withToken(client.secret(), "")).statusCode()).isEqualTo(200);
    assertThat(post(withToken("wrong", "")).body()).contains("AccessFault", "invalid_api_key");
    assertThat(post(withToken(client.secret(), " Type='urn:x#PasswordDigest'")).body())
        .contains("AccessFault", "invalid_credentials");
  }

  @Test
  void a_secret_that_came_over_plain_http_is_refused() {
    HttpResponse<String> answer =
        SoapClient.post(
            "PartnerCatalog",
            withToken(client.secret(), "").getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "text/xml",
            "X-Forwarded-Proto",
            "http");

    assertThat(answer.body()).contains("AccessFault", "https_required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>",
        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>"
      })
  void a_document_type_is_refused(String doctype) {
    String text = doctype + SoapClient.envelope(SoapClient.SOAP_11, "", LIST);

    assertFault(client.send("PartnerCatalog", text), "ValidationFault", "document type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "<a/>",
        "<a>&undeclared;</a>",
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>",
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>",
        "<s:Envelope xmlns:s='urn:soap-of-tomorrow'><s:Body/></s:Envelope>"
      })
  void what_is_no_envelope_with_an_operation_is_refused(String text) {
    assertFault(client.send("PartnerCatalog", text), "ValidationFault", "invalid_input");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<ListProducts xmlns='urn:gogomarket:partner:catalog:v1'><nonsense/></ListProducts>"
            + "|nonsense",
        "<ListProducts xmlns='urn:gogomarket:partner:catalog:v1'><limit>101</limit></ListProducts>"
            + "|limit",
        "<ListProducts xmlns='urn:gogomarket:partner:catalog:v1'><status>x</status></ListProducts>"
            + "|status",
        "<ListProducts xmlns='urn:gogomarket:partner:catalog:v1'><cursor>x</cursor></ListProducts>"
            + "|cursor",
        "<GetProduct xmlns='urn:gogomarket:partner:catalog:v1'><sku> a</sku></GetProduct>|sku",
        "<ListOrders xmlns='urn:gogomarket:partner:orders:v1'/>|Body",
        "<DropProducts xmlns='urn:gogomarket:partner:catalog:v1'/>|Body",
        "<ListProductsResponse xmlns='urn:gogomarket:partner:catalog:v1'/>|Body"
      })
  void what_the_contract_does_not_have_is_refused_by_its_place(String operation, String field) {
    assertFault(
        client.call("PartnerCatalog", operation), "ValidationFault", "field>" + field + "<");
  }

  @Test
  void what_is_nested_too_deep_is_refused_outside_and_inside_an_operation() {
    String deep = "<a>".repeat(50_000) + "</a>".repeat(50_000);
    String inside = LIST.replace("/>", ">" + deep + "</ListProducts>");

    assertFault(early(deep, true), 500, "field>Body<");
    assertFault(early(inside, true), 500, "must not be nested deeper than 30");
  }

  @Test
  void a_text_that_is_too_long_is_refused_before_it_is_read_in_full() {
    String get = "<GetProduct xmlns='urn:gogomarket:partner:catalog:v1'><sku>%s</sku></GetProduct>";

    assertFault(early(get.formatted("x".repeat(39_000)), true), 500, "field>sku<");
    assertFault(early(get.formatted("x".repeat(4_000_000)), true), 500, "too_long");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_request_that_is_too_large_is_refused_before_it_is_read_in_full(boolean known) {
    String header = "<s:Header><x>" + "y".repeat(9_000_000) + "</x></s:Header>";

    Answer told = early(SoapClient.envelope(SoapClient.SOAP_11, header, LIST), known, false);
    Answer inChunks = early(SoapClient.envelope(SoapClient.SOAP_11, header, LIST), known, true);

    assertFault(told, 413, "body_too_large");
    assertFault(inChunks, 413, "body_too_large");
  }

  @Test
  void of_somebody_unknown_little_is_read() {
    String header = "<s:Header><x>" + "y".repeat(100_000) + "</x></s:Header>";
    String envelope = SoapClient.envelope(SoapClient.SOAP_11, header, LIST);

    assertFault(early(envelope, false, false), 413, "must not be larger than 65536 bytes");
    assertThat(early(envelope, true, false).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/soap+xml; charset=utf-7",
        "text/xml; charset=utf-7",
        "text/plain"
      })
  void other_content_is_refused(String type) {
    HttpResponse<String> answer =
        SoapClient.post(
            "PartnerCatalog",
            SoapClient.envelope(SoapClient.SOAP_11, "", LIST).getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            type);

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).contains("ValidationFault", "unsupported_media_type");
  }

  @Test
  void utf16_and_a_byte_order_mark_are_taken() {
    String text = withToken(client.secret(), "");

    assertThat(
            SoapClient.post(
                    "PartnerCatalog",
                    text.getBytes(StandardCharsets.UTF_16),
                    "Content-Type",
                    "text/xml; charset=utf-16")
                .statusCode())
        .isEqualTo(200);
    assertThat(post("\uFEFF" + text).statusCode()).isEqualTo(200);
  }

  @Test
  void each_soap_version_gets_faults_of_its_own() {
    HttpResponse<String> answer =
        SoapClient.post(
            "PartnerCatalog",
            SoapClient.envelope(SoapClient.SOAP_12, "", LIST).getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/soap+xml",
            "Authorization",
            "Basic eDp5");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type"))
        .get()
        .asString()
        .startsWith("application/soap+xml");
    assertThat(answer.body()).contains(SoapClient.SOAP_12, "Sender", "AccessFault");
  }

  private static String withToken(String secret, String type) {
    String header =
        "<s:Header><w:Security xmlns:w='%s' s:mustUnderstand='1'><w:UsernameToken><w:Username>%s"
                .formatted(WSSE, client.keyId())
            + "</w:Username><w:Password%s>%s</w:Password></w:UsernameToken></w:Security></s:Header>"
                .formatted(type, secret);
    return SoapClient.envelope(SoapClient.SOAP_11, header, LIST);
  }

  private static Answer early(String operation, boolean known) {
    return early(SoapClient.envelope(SoapClient.SOAP_11, "", operation), known, false);
  }

  /** The answer, also where it comes before all is sent. */
  private static Answer early(String envelope, boolean known, boolean inChunks) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "text/xml; charset=utf-8");
    if (known) {
      headers.put("Authorization", client.basic());
    }
    String body = envelope;
    if (inChunks) {
      headers.put("Transfer-Encoding", "chunked");
      body = Integer.toHexString(envelope.length()) + "\r\n" + envelope + "\r\n0\r\n\r\n";
    }
    return PlainHttp.send(
        "POST", "/ws/PartnerCatalog", headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertFault(Answer answer, int status, String words) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.body()).contains("ValidationFault", words).doesNotContain("Exception");
  }

  private static HttpResponse<String> post(String text) {
    return SoapClient.post(
        "PartnerCatalog", text.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/xml");
  }

  private static void assertFault(HttpResponse<String> answer, String type, String words) {
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains(type, words).doesNotContain("Exception", "\tat ");
  }
}
