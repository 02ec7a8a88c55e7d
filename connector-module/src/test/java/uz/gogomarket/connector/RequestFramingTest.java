package uz.gogomarket.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFramingTest {

  private static final String POST = "POST /x HTTP/1.1\r\nHost: h\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "GET http://h/x?y HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET HTTPS://h HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1\r\nHost:h  \r\nX:\r\nY: \ta\tb\t \r\n\r\n",
        POST + "Content-Length: 0\r\n\r\n",
        POST + "Content-Length: 3\r\n\r\nabc",
        POST + "Transfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n",
      })
  void a_request_ends_where_it_says_however_it_is_cut(String request) throws Refusal {
    byte[] bytes = (request + "GET").getBytes(StandardCharsets.US_ASCII);
    for (int cut = 1; cut <= request.length(); cut++) {
      RequestFraming framing = framing();
      int first = framing.feed(Arrays.copyOf(bytes, cut));
      int second = framing.feed(Arrays.copyOfRange(bytes, first, bytes.length));

      assertThat(framing.isComplete()).isTrue();
      assertThat(first + second).isEqualTo(request.length());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1\nHost: h\n\n",
        "GET / HTTP/1.1\r\nHost: h\r\r\n\r\n",
        "GET /\r\n\r\n",
        "GET  / HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : h\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nX: \0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx",
        "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET /?q=100% HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET /%ff HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET /a/%2e%2e/..%2fb HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET ?x=1 HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET http://h?x=1 HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET http://h/../x HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET http://h/x#y HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET /\tx HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1 \r\nHost: h\r\n\r\n",
        "GET / HTTP/1.x\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\n: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nX\r\n\r\n",
        "GET / HTTP/1.1\r\nHost:\th\t\r\n\r\n",
        POST + "Content-Length:\t3\t\r\n\r\nabc",
        POST + "Content-Length: \r\n\r\n",
        POST + "Transfer-Encoding: chunked\t\r\n\r\n0\r\n\r\n",
        "GET * HTTP/1.1\r\nHost: h\r\n\r\n",
        POST + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
        POST + "Content-Length: 3, 3\r\n\r\nabc",
        POST + "Content-Length: +3\r\n\r\nabc",
        POST + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        POST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        POST + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
        POST + "Transfer-Encoding: gzip\r\n\r\n0\r\n\r\n",
        POST + "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
        "POST /x HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        POST + "Transfer-Encoding: chunked\r\n\r\n3\nabc\r\n0\r\n\r\n",
        POST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\n0\r\n\r\n",
        POST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
        POST + "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\n\r\n",
        POST + "Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n",
        POST + "Transfer-Encoding: chunked\r\n\r\n000000003\r\nabc\r\n0\r\n\r\n",
        POST + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n\r\n",
      })
  void what_two_readers_could_understand_differently_is_malformed(String request) {
    assertThatThrownBy(() -> framing().feed(request.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(Refusal.class)
        .extracting(thrown -> answer((Refusal) thrown))
        .asString()
        .startsWith("HTTP/1.1 400 Bad Request\r\n")
        .contains("\"code\":\"invalid_input\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FOO", "TRACE", "CONNECT", "PROPFIND", "get"})
  void a_method_that_nobody_takes_is_told_which_ones_are(String method) {
    assertThatThrownBy(() -> feed(method + " /x HTTP/1.1\r\nHost: h\r\n\r\n"))
        .extracting(thrown -> answer((Refusal) thrown))
        .asString()
        .startsWith("HTTP/1.1 405 Method Not Allowed\r\n")
        .contains("\r\nAllow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n");
  }

  @Test
  void who_administers_the_server_sends_applications_of_any_size() throws Refusal {
    RequestFraming framing =
        new RequestFraming(new OpeningRules(new AdministrationRules(), ""), "127.0.0.1");
    String head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000000\r\n\r\n";

    framing.feed(head.getBytes(StandardCharsets.US_ASCII));

    assertThat(framing.head()).isNotNull();
    assertThat(framing.isComplete()).isFalse();
  }

  @Test
  void a_head_has_a_largest_size() throws Refusal {
    String start = "GET / HTTP/1.1\r\nHost: h\r\nX: ";
    String rest = "x".repeat(RequestFraming.MAX_HEAD - start.length() - 4);

    assertThat(feed(start + rest + "\r\n\r\n").isComplete()).isTrue();
    assertThatThrownBy(() -> feed(start + rest + "x\r\n\r\n"))
        .extracting(thrown -> answer((Refusal) thrown))
        .asString()
        .startsWith("HTTP/1.1 431 ");
  }

  @Test
  void a_request_has_so_many_headers() throws Refusal {
    String start = "GET / HTTP/1.1\r\nHost: h\r\n" + "A: 1\r\n".repeat(RequestHead.MAX_FIELDS - 1);

    assertThat(feed(start + "\r\n").isComplete()).isTrue();
    assertThatThrownBy(() -> feed(start + "A: 1\r\n\r\n"))
        .extracting(thrown -> answer((Refusal) thrown))
        .asString()
        .startsWith("HTTP/1.1 431 ");
  }

  @Test
  void a_body_has_a_largest_size() throws Refusal {
    String told = POST + "Content-Length: ";
    String inChunks = POST + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n";

    assertThat(feed(told + RequestFraming.MAX_BODY + "\r\n\r\n").isComplete()).isFalse();
    assertThat(feed(inChunks + "9fffff\r\n").isComplete()).isFalse();
    for (String tooMuch :
        List.of(told + (RequestFraming.MAX_BODY + 1) + "\r\n\r\n", inChunks + "a00000\r\n")) {
      assertThatThrownBy(() -> feed(tooMuch))
          .extracting(thrown -> answer((Refusal) thrown))
          .asString()
          .startsWith("HTTP/1.1 413 ")
          .contains("\"code\":\"body_too_large\"");
    }
  }

  @Test
  void a_line_of_blanks_is_read_at_once() {
    String blanks = " ".repeat(RequestFraming.MAX_HEAD - 50);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> feed("GET / HTTP/1.1\r\nHost: h\r\nX:" + blanks + "\u0085\r\n\r\n"));
  }

  @Test
  void headers_in_utf_8_are_taken() throws Refusal {
    RequestFraming framing = framing();
    framing.feed("GET / HTTP/1.1\r\nHost: h\r\nX: хлеб х\r\n\r\n".getBytes(StandardCharsets.UTF_8));

    assertThat(framing.isComplete()).isTrue();
  }

  @Test
  void of_a_head_that_was_read_nothing_is_kept() throws Refusal {
    assertThat(feed(POST).memory()).isGreaterThanOrEqualTo(POST.length());
    assertThat(feed(POST + "Content-Length: 3\r\n\r\na").memory()).isZero();
  }

  @Test
  void an_address_in_utf_8_is_taken_written_out_or_not() {
    assertThatCode(
            () -> {
              feed("GET /?q=%D1%87 HTTP/1.1\r\nHost: h\r\n\r\n");
              framing()
                  .feed("GET /?q=ч HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "text/xml; charset=utf-8,http://schemas.xmlsoap.org/soap/envelope/,faultcode>s:Server<",
    "application/soap+xml,http://www.w3.org/2003/05/soap-envelope,s:Value>s:Receiver<"
  })
  void who_speaks_soap_is_told_by_a_fault_of_its_version_to_come_again(
      String type, String envelope, String code) throws Exception {
    String answer = refused("POST /ws/PartnerOrders", type);

    assertThat(answer)
        .startsWith("HTTP/1.1 500 ")
        .contains("\r\nRetry-After: 5\r\n", "\r\nContent-Type: " + type.split(";", -1)[0] + "\r\n")
        .contains(envelope, code, "<t:code>unavailable</t:code>");
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertThat(answer).contains("\r\nContent-Length: " + body.length() + "\r\n");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @CsvSource({
    "POST /ws/PartnerOrders,application/json",
    "GET /ws/PartnerOrders?wsdl,text/xml",
    "POST /api/v1/auth/login,text/xml"
  })
  void all_others_are_told_by_a_problem_to_come_again(String target, String type) {
    assertThat(refused(target, type))
        .startsWith("HTTP/1.1 503 ")
        .contains("\r\nRetry-After: 5\r\n", "\r\nContent-Type: application/problem+json\r\n");
  }

  /** What is answered before the application is there. */
  private static String refused(String request, String type) {
    RequestFraming framing =
        new RequestFraming(
            (head, local) -> {
              throw Refusal.starting();
            },
            "127.0.0.1");
    String head = request + " HTTP/1.1\r\nHost: h\r\nContent-Type: " + type + "\r\n\r\n";
    try {
      framing.feed(head.getBytes(StandardCharsets.US_ASCII));
    } catch (Refusal refusal) {
      SoapCaller caller = Objects.requireNonNull(framing.head()).soap();
      return new String(refusal.answer(caller), StandardCharsets.US_ASCII);
    }
    throw new AssertionError("It was taken");
  }

  private static String answer(Refusal refusal) {
    return new String(refusal.answer(null), StandardCharsets.US_ASCII);
  }

  private static RequestFraming feed(String request) throws Refusal {
    RequestFraming framing = framing();
    framing.feed(request.getBytes(StandardCharsets.ISO_8859_1));
    return framing;
  }

  private static RequestFraming framing() {
    return new RequestFraming((head, local) -> {}, "127.0.0.1");
  }
}
