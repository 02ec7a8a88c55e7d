package uz.gogomarket.connector;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request, read by the letter of RFC 9112: what lenient readers put right, each in a
 * way of its own, is refused. Each character is looked at a fixed number of times.
 *
 * @param host as it is written in {@code Host} or in the target; null where HTTP/1.0 names none
 * @param chunked whether the body comes in chunks
 * @param length of the body; 0 where it comes in chunks
 * @param expectsContinue whether the client waits for leave to send the body
 * @param soap who understands refusals as faults only; null where it is none of them
 */
record RequestHead(
    String method,
    @Nullable String host,
    @Nullable String origin,
    boolean chunked,
    long length,
    boolean expectsContinue,
    @Nullable SoapCaller soap) {

  static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** More the server's own reader does not take. */
  static final int MAX_FIELDS = 100;

  private static final List<String> WITHOUT_BODY = List.of("GET", "HEAD", "DELETE");
  private static final String END = "\r\n";
  private static final String VERSION = "HTTP/";
  private static final int MAX_LENGTH_DIGITS = 15;

  /**
   * @param head all of it, without the empty line at its end
   */
  static RequestHead parse(byte[] head) throws Refusal {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int firstEnd = text.indexOf(END);
    RequestLine first = RequestLine.read(firstEnd < 0 ? text : text.substring(0, firstEnd));
    if (!METHODS.contains(first.method)) {
      throw Refusal.unknownMethod();
    }
    Fields fields = new Fields();
    if (firstEnd >= 0) {
      fields.read(text, firstEnd + END.length());
    }
    String authority = RequestTarget.authority(first.target);
    RequestTarget.check(first.target);
    if (fields.host == null && first.current) {
      throw Refusal.malformed("The header Host is missing.");
    }
    if (fields.chunked && (fields.length != null || !first.current)) {
      throw Refusal.malformed("The length of the body is told in two ways.");
    }
    long length = fields.length == null ? 0 : fields.length;
    if ((fields.chunked || length > 0) && WITHOUT_BODY.contains(first.method)) {
      throw Refusal.malformed("A request with this method has no body.");
    }
    return new RequestHead(
        first.method,
        authority == null ? fields.host : authority,
        fields.origin,
        fields.chunked,
        length,
        fields.expectsContinue && first.current,
        SoapCaller.of(first.method, RequestTarget.local(first.target), fields.type));
  }

  /**
   * @param current whether HTTP/1.1 is spoken; if not, HTTP/1.0
   */
  private record RequestLine(String method, String target, boolean current) {

    static RequestLine read(String line) throws Refusal {
      int one = line.indexOf(' ');
      int two = line.indexOf(' ', one + 1);
      if (one < 0 || two <= one + 1 || line.indexOf('\t') >= 0) {
        throw Refusal.malformed("The request line is malformed.");
      }
      String method = line.substring(0, one);
      String version = line.substring(two + 1);
      if (!Ascii.isOf(method, Ascii::isToken) || !isVersion(version)) {
        throw Refusal.malformed("The request line is malformed.");
      }
      boolean current = version.equals("HTTP/1.1");
      if (!current && !version.equals("HTTP/1.0")) {
        throw Refusal.unknownVersion();
      }
      return new RequestLine(method, line.substring(one + 1, two), current);
    }

    private static boolean isVersion(String text) {
      return text.length() == VERSION.length() + 3
          && text.startsWith(VERSION)
          && Ascii.isDigit(text.charAt(VERSION.length()))
          && text.charAt(VERSION.length() + 1) == '.'
          && Ascii.isDigit(text.charAt(VERSION.length() + 2));
    }
  }

  /** What of the header decides where the request ends and whether it is taken. */
  private static final class Fields {

    /** Here the server's own reader takes a tab beside the value for a part of it. */
    private static final Set<String> DECIDING =
        Set.of("host", "origin", "content-length", "transfer-encoding", "expect");

    private @Nullable String host;
    private @Nullable String origin;
    private @Nullable String type;
    private @Nullable Long length;
    private boolean chunked;
    private boolean expectsContinue;

    void read(String text, int start) throws Refusal {
      int count = 0;
      for (int from = start; from <= text.length(); ) {
        int next = text.indexOf(END, from);
        int to = next < 0 ? text.length() : next;
        if (++count > MAX_FIELDS) {
          throw Refusal.tooManyFields();
        }
        read(text.substring(from, to));
        from = to + END.length();
      }
    }

    private void read(String line) throws Refusal {
      int colon = line.indexOf(':');
      if (colon < 0 || !Ascii.isOf(line.substring(0, colon), Ascii::isToken)) {
        throw Refusal.malformed("A header is malformed.");
      }
      int from = colon + 1;
      int to = line.length();
      while (from < to && isBlank(line.charAt(from))) {
        from++;
      }
      while (to > from && isBlank(line.charAt(to - 1))) {
        to--;
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      if (DECIDING.contains(name) && line.indexOf('\t') >= 0) {
        throw Refusal.malformed("The header " + line.substring(0, colon) + " holds a tab.");
      }
      add(name, line.substring(from, to));
    }

    private static boolean isBlank(char each) {
      return each == ' ' || each == '\t';
    }

    private void add(String name, String value) throws Refusal {
      switch (name) {
        case "host" -> {
          requireFirst(host == null, "Host");
          host = value;
        }
        case "origin" -> {
          requireFirst(origin == null, "Origin");
          origin = value;
        }
        case "content-type" -> type = value;
        case "content-length" -> {
          requireFirst(length == null, "Content-Length");
          if (value.length() > MAX_LENGTH_DIGITS || !Ascii.isOf(value, Ascii::isDigit)) {
            throw Refusal.malformed("The header Content-Length is malformed.");
          }
          length = Long.valueOf(value);
        }
        case "transfer-encoding" -> {
          requireFirst(!chunked, "Transfer-Encoding");
          if (!value.equalsIgnoreCase("chunked")) {
            throw Refusal.malformed("The only transfer encoding taken is chunked.");
          }
          chunked = true;
        }
        case "expect" -> {
          if (!value.equalsIgnoreCase("100-continue")) {
            throw Refusal.unknownExpectation();
          }
          expectsContinue = true;
        }
        default -> {
          // decides nothing here
        }
      }
    }

    private static void requireFirst(boolean first, String name) throws Refusal {
      if (!first) {
        throw Refusal.malformed("The header " + name + " stands there twice.");
      }
    }
  }
}
