package uz.gogomarket.connector;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A path with its query, as they stand in the request line. */
final class RequestTarget {

  private static final int HEX = 16;

  private RequestTarget() {}

  /** Refuses what cannot be decoded, or means something else to whoever decodes it than it says. */
  static void check(String target) throws Refusal {
    if (!target.startsWith("/") && !target.startsWith("?")) {
      throw Refusal.malformed("The address does not begin with a slash.");
    }
    if (target.indexOf('#') >= 0) {
      throw Refusal.malformed("The address holds a fragment.");
    }
    String decoded = decode(target);
    int query = target.indexOf('?');
    String path = query < 0 ? decoded : decode(target.substring(0, query));
    if (path.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.malformed("The address holds a control character.");
    }
    if (leavesRoot(path)) {
      throw Refusal.malformed("The address leads out of the root.");
    }
  }

  private static boolean leavesRoot(String path) {
    int depth = 0;
    for (String segment : path.split("[/\\\\]")) {
      if (segment.equals("..")) {
        depth--;
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        depth++;
      }
      if (depth < 0) {
        return true;
      }
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
