package uz.gogomarket.connector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that goes no further: answered with a problem document (RFC 9457) and hung up on. Who
 * speaks SOAP and only has to come again is told so by a fault.
 */
final class Refusal extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int UNAVAILABLE = 503;

  /** A fault has this status, or programs do not read it. */
  private static final int FAULT = 500;

  private final int status;
  private final String reason;
  private final String code;
  private final String header;
  private final String detail;

  private Refusal(int status, String reason, String code, String header, String detail) {
    super(detail);
    this.status = status;
    this.reason = reason;
    this.code = code;
    this.header = header;
    this.detail = detail;
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

  static Refusal bodyTooLarge() {
    return new Refusal(
        413,
        "Content Too Large",
        "body_too_large",
        "",
        "The body is larger than " + RequestFraming.MAX_BODY + " bytes.");
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
    return tooLarge(
        "The head of the request is larger than " + RequestFraming.MAX_HEAD + " bytes.");
  }

  static Refusal tooManyFields() {
    return tooLarge("The request has more than " + RequestHead.MAX_FIELDS + " headers.");
  }

  private static Refusal tooLarge(String detail) {
    return new Refusal(431, "Request Header Fields Too Large", "http_431", "", detail);
  }

  static Refusal busy() {
    return new Refusal(
        UNAVAILABLE,
        "Service Unavailable",
        "unavailable",
        "Retry-After: 5\r\n",
        "Too much is arriving at once; try again.");
  }

  static Refusal starting() {
    return new Refusal(
        UNAVAILABLE,
        "Service Unavailable",
        "unavailable",
        "Retry-After: 5\r\n",
        "Starting; try again.");
  }

  static Refusal unknownVersion() {
    return new Refusal(
        505, "HTTP Version Not Supported", "http_505", "", "Only HTTP/1.1 is spoken here.");
  }

  /**
   * The whole answer.
   *
   * @param soap who asked, if it was a SOAP caller
   */
  byte[] answer(@Nullable SoapCaller soap) {
    UUID request = UUID.randomUUID();
    return soap != null && status == UNAVAILABLE
        ? answer(FAULT, "Internal Server Error", soap.mediaType, soap.fault(code, detail, request))
        : answer(status, reason, "application/problem+json", problem(request));
  }

  /** Every text in it is ours, so that none needs escaping. */
  private String problem(UUID request) {
    return """
    {"type":"urn:gogomarket:problem:%s","title":"%s","status":%d,"detail":"%s",\
    "instance":"urn:gogomarket:request:%s","code":"%s"}\
    """
        .formatted(code, reason, status, detail, request, code);
  }

  private byte[] answer(int told, String words, String type, String body) {
    String head =
        """
        HTTP/1.1 %d %s\r
        Content-Type: %s\r
        Content-Length: %d\r
        Cache-Control: no-store\r
        X-Content-Type-Options: nosniff\r
        Referrer-Policy: no-referrer\r
        Content-Security-Policy: default-src 'none'; base-uri 'none'; frame-ancestors 'none'\r
        %sConnection: close\r
        \r
        """
            .formatted(told, words, type, body.length(), header);
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
