package uz.gogomarket.connector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A request that goes no further: answered with a problem document (RFC 9457) and hung up on. */
final class Refusal extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;
  private final String code;
  private final String header;

  private Refusal(int status, String reason, String code, String header, String detail) {
    super(detail);
    this.status = status;
    this.reason = reason;
    this.code = code;
    this.header = header;
  }

  static Refusal malformed(String detail) {
    return new Refusal(400, "Bad Request", "invalid_input", "", detail);
  }

  static Refusal foreignOrigin() {
    return new Refusal(
        403,
        "Forbidden",
        "access_denied",
        "",
        "Pages of other sites may not change anything here.");
  }

  static Refusal unknownMethod() {
    return new Refusal(
        405,
        "Method Not Allowed",
        "method_not_allowed",
        "Allow: " + String.join(", ", RequestHead.METHODS) + "\r\n",
        "No address here takes this method.");
  }

  static Refusal tooSlow() {
    return new Refusal(
        408, "Request Timeout", "http_408", "", "The request did not arrive in time.");
  }

  static Refusal unknownExpectation() {
    return new Refusal(
        417, "Expectation Failed", "http_417", "", "Only 100-continue can be expected.");
  }

  static Refusal misdirected() {
    return new Refusal(
        421, "Misdirected Request", "http_421", "", "Nothing is served here under this name.");
  }

  static Refusal headTooLarge() {
    return new Refusal(
        431,
        "Request Header Fields Too Large",
        "http_431",
        "",
        "The head of the request is larger than " + RequestFraming.MAX_HEAD + " bytes.");
  }

  static Refusal busy() {
    return new Refusal(
        503,
        "Service Unavailable",
        "unavailable",
        "Retry-After: 5\r\n",
        "Too many large bodies are arriving; try again.");
  }

  static Refusal starting() {
    return new Refusal(
        503, "Service Unavailable", "unavailable", "Retry-After: 5\r\n", "Starting; try again.");
  }

  static Refusal unknownVersion() {
    return new Refusal(
        505, "HTTP Version Not Supported", "http_505", "", "Only HTTP/1.1 is spoken here.");
  }

  /** The whole answer; every text in it is ours, so that none needs escaping. */
  byte[] answer() {
    String body =
        """
        {"type":"urn:gogomarket:problem:%s","title":"%s","status":%d,"detail":"%s",\
        "instance":"urn:gogomarket:request:%s","code":"%s"}\
        """
            .formatted(code, reason, status, getMessage(), UUID.randomUUID(), code);
    String head =
        """
        HTTP/1.1 %d %s\r
        Content-Type: application/problem+json\r
        Content-Length: %d\r
        Cache-Control: no-store\r
        X-Content-Type-Options: nosniff\r
        Referrer-Policy: no-referrer\r
        Content-Security-Policy: default-src 'none'; base-uri 'none'; frame-ancestors 'none'\r
        %sConnection: close\r
        \r
        """
            .formatted(status, reason, body.length(), header);
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
