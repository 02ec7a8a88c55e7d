package uz.gogomarket.connector;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request, read by the letter of RFC 9112: what lenient readers put right, each in a
 * way of its own, is refused.
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

  private static final List<String> WITHOUT_BODY = List.of("GET", "HEAD", "DELETE");

  private static final Pattern REQUEST_LINE =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\\S+) HTTP/(\\d)\\.(\\d)");
  private static final Pattern FIELD =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]+)([/?].*)?");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,15}");

  /**
   * @param head all of it, without the empty line at its end
   */
  static RequestHead parse(byte[] head) throws Refusal {
    String[] lines = new String(head, StandardCharsets.ISO_8859_1).split("\r\n", -1);
    Matcher first = REQUEST_LINE.matcher(lines[0]);
    if (!first.matches()) {
      throw Refusal.malformed("The request line is malformed.");
    }
    if (!first.group(3).equals("1") || first.group(4).compareTo("1") > 0) {
      throw Refusal.unknownVersion();
    }
    String method = first.group(1);
    if (!METHODS.contains(method)) {
      throw Refusal.unknownMethod();
    }
    Fields fields = Fields.read(lines);
    String host = fields.host;
    String target = first.group(2);
    Matcher absolute = ABSOLUTE.matcher(target);
    if (absolute.matches()) {
      host = absolute.group(1);
      target = absolute.group(2) == null ? "/" : absolute.group(2);
    }
    RequestTarget.check(target);
    boolean current = first.group(4).equals("1");
    if (fields.host == null && current) {
      throw Refusal.malformed("The header Host is missing.");
    }
    if (fields.chunked && (fields.length != null || !current)) {
      throw Refusal.malformed("The length of the body is told in two ways.");
    }
    long length = fields.length == null ? 0 : fields.length;
    if ((fields.chunked || length > 0) && WITHOUT_BODY.contains(method)) {
      throw Refusal.malformed("A request with this method has no body.");
    }
    return new RequestHead(
        method,
        host,
        fields.origin,
        fields.chunked,
        length,
        fields.expectsContinue && current,
        SoapCaller.of(method, target, fields.type));
  }

  /** What of the header decides where the request ends and whether it is taken. */
  private static final class Fields {

    private @Nullable String host;
    private @Nullable String origin;
    private @Nullable String type;
    private @Nullable Long length;
    private boolean chunked;
    private boolean expectsContinue;

    static Fields read(String[] lines) throws Refusal {
      Fields fields = new Fields();
      for (int i = 1; i < lines.length; i++) {
        Matcher field = FIELD.matcher(lines[i]);
        if (!field.matches()) {
          throw Refusal.malformed("A header is malformed.");
        }
        fields.add(field.group(1).toLowerCase(Locale.ROOT), field.group(2));
      }
      return fields;
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
          if (!LENGTH.matcher(value).matches()) {
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
