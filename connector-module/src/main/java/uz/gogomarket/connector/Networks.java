package uz.gogomarket.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Addresses and networks of peers, as the setting of the trusted proxies lists them. */
final class Networks {

  private static final int IPV6_BYTES = 16;
  private static final int CUSTOMER_BYTES = 8;

  private final List<Range> ranges;

  /** All addresses whose first bits are the same. */
  private record Range(InetAddress start, int bits) {

    static Range parse(String text) {
      int slash = text.indexOf('/');
      InetAddress start = address(slash < 0 ? text : text.substring(0, slash), text);
      int all = start.getAddress().length * Byte.SIZE;
      String length = slash < 0 ? Integer.toString(all) : text.substring(slash + 1);
      if (length.length() > 3
          || !Ascii.isOf(length, Ascii::isDigit)
          || Integer.parseInt(length) > all) {
        throw unusable(text);
      }
      return new Range(start, Integer.parseInt(length));
    }

    /** No name is looked up. */
    private static InetAddress address(String literal, String text) {
      boolean six = literal.indexOf(':') >= 0;
      if (!six && !Ascii.isOf(literal, each -> Ascii.isDigit(each) || each == '.')) {
        throw unusable(text);
      }
      try {
        return InetAddress.getByName(literal);
      } catch (UnknownHostException e) {
        throw unusable(text);
      }
    }

    private static IllegalArgumentException unusable(String text) {
      return new IllegalArgumentException(
          "Trusted proxies must be addresses or networks such as 10.0.0.0/8, but there is \""
              + text
              + "\"");
    }

    boolean holds(InetAddress address) {
      byte[] ours = start.getAddress();
      byte[] theirs = address.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * @param listed in CIDR notation, separated by commas
   * @throws IllegalArgumentException with a sentence if they make no sense
   */
  Networks(String listed) {
    ranges =
        Arrays.stream(listed.split(",", -1))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .map(Range::parse)
            .toList();
  }

  boolean hold(InetAddress address) {
    return ranges.stream().anyMatch(each -> each.holds(address));
  }

  /** An IPv6 customer holds a /64 and can choose among its addresses freely: it counts as one. */
  static String of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(bytes, 0, bytes.length == IPV6_BYTES ? CUSTOMER_BYTES : bytes.length);
  }
}
