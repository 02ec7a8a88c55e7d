package uz.gogomarket.connector;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked for, as it stands in the request line: a path with its query, or a whole URL. */
final class RequestTarget {

  private static final List<String> SCHEMES = List.of("http://", "https://");
  private static final int HEX = 16;

  private RequestTarget() {}

  /** The host that a whole URL names; null where it is a path. */
  static @Nullable String authority(String target) {
    int start = authorityStart(target);
    return start < 0 ? null : target.substring(start, authorityEnd(target, start));
  }

  /** The path with its query, whatever stands before it. */
  static String local(String target) {
    int start = authorityStart(target);
    String local = start < 0 ? target : target.substring(authorityEnd(target, start));
    return start >= 0 && local.isEmpty() ? "/" : local;
  }

  /** Refuses what cannot be decoded, or means something else to whoever decodes it than it says. */
  static void check(String target) throws Refusal {
    String local = local(target);
    if (!local.startsWith("/")) {
      throw Refusal.malformed("The address does not begin with a slash.");
    }
    if (local.indexOf('#') >= 0) {
      throw Refusal.malformed("The address holds a fragment.");
    }
    String decoded = decode(local);
    int query = local.indexOf('?');
    String path = query < 0 ? decoded : decode(local.substring(0, query));
    if (path.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.malformed("The address holds a control character.");
    }
    if (leavesRoot(path)) {
      throw Refusal.malformed("The address leads out of the root.");
    }
  }

  /** Behind the scheme of a whole URL; -1 where it is none. */
  private static int authorityStart(String target) {
    for (String scheme : SCHEMES) {
      if (target.regionMatches(true, 0, scheme, 0, scheme.length())) {
        return scheme.length();
      }
    }
    return -1;
  }

  private static int authorityEnd(String target, int start) {
    int end = start;
    while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean leavesRoot(String path) {
    int depth = 0;
    int from = 0;
    for (int at = 0; at <= path.length(); at++) {
      if (at < path.length() && path.charAt(at) != '/' && path.charAt(at) != '\\') {
        continue;
      }
      String segment = path.substring(from, at);
      if (segment.equals("..")) {
        depth--;
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        depth++;
      }
      if (depth < 0) {
        return true;
      }
      from = at + 1;
    }
    return false;
  }

  private static String decode(String text) throws Refusal {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '%') {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), HEX) : -1;
        int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), HEX);
        if (low < 0) {
          throw Refusal.malformed("The address holds a percent sign without two hex digits.");
        }
        bytes.write(high * HEX + low);
        i += 2;
      } else {
        bytes.write(each);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw Refusal.malformed("The address is not UTF-8.");
    }
  }
}
