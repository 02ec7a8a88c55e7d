package uz.gogomarket.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names under which a port is to be reached. */
final class HostNames {

  private static final int MAX_PORT_DIGITS = 5;
  private static final int MAX_OCTET_DIGITS = 3;

  private final List<String> authorities;
  private final Set<String> names;

  /**
   * @param configured names, with a port where it matters whose pages may send forms; separated by
   *     commas
   */
  HostNames(String configured) {
    authorities =
        Arrays.stream(configured.toLowerCase(Locale.ROOT).split(",", -1))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
    names =
        authorities.stream()
            .map(each -> String.valueOf(name(each)))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param local the address that the connection came in at: who types it is no stranger's page
   */
  boolean isOurs(String host, String local) {
    String name = name(host.toLowerCase(Locale.ROOT));
    return name != null && (isLoopback(host) || names.contains(name) || isAddress(name, local));
  }

  /** An IPv6 address can be written in several ways. */
  private static boolean isAddress(String name, String local) {
    if (!name.startsWith("[")) {
      return name.equals(local);
    }
    try {
      return InetAddress.getByName(name).getHostAddress().equals(local);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  static boolean isLoopback(String host) {
    String name = name(host.toLowerCase(Locale.ROOT));
    return name != null
        && (name.equals("localhost") || name.equals("[::1]") || isLoopbackAddress(name));
  }

  private static boolean isLoopbackAddress(String name) {
    String[] octets = name.split("\\.", -1);
    return octets.length == 4
        && octets[0].equals("127")
        && Arrays.stream(octets)
            .allMatch(
                each -> each.length() <= MAX_OCTET_DIGITS && Ascii.isOf(each, Ascii::isDigit));
  }

  /** Whether pages of that origin are ours: the very host that was asked, or a configured one. */
  boolean isOurOrigin(String origin, @Nullable String host) {
    String lower = origin.toLowerCase(Locale.ROOT);
    for (String scheme : List.of("http://", "https://")) {
      if (lower.startsWith(scheme)) {
        String authority = lower.substring(scheme.length());
        return authorities.contains(authority) || authority.equalsIgnoreCase(host);
      }
    }
    return false;
  }

  private static @Nullable String name(String authority) {
    boolean bracketed = authority.startsWith("[");
    int colon = authority.indexOf(':');
    int end = bracketed ? authority.indexOf(']') + 1 : colon < 0 ? authority.length() : colon;
    String name = authority.substring(0, end);
    boolean proper =
        bracketed
            ? end > 0 && Ascii.isOf(name.substring(1, end - 1), HostNames::isInAddress)
            : Ascii.isOf(name, HostNames::isInName);
    return proper && isPort(authority.substring(end)) ? name : null;
  }

  private static boolean isInAddress(int each) {
    return Ascii.isHex(each) || each == ':' || each == '.';
  }

  private static boolean isInName(int each) {
    return Ascii.isAlphanumeric(each) || each == '.' || each == '_' || each == '-';
  }

  private static boolean isPort(String text) {
    return text.isEmpty()
        || (text.startsWith(":")
            && text.length() <= 1 + MAX_PORT_DIGITS
            && Ascii.isOf(text.substring(1), Ascii::isDigit));
  }
}
