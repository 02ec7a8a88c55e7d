package uz.gogomarket.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names under which a port is to be reached. */
final class HostNames {

  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(:\\d{1,5})?");
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
  private static final Pattern ORIGIN = Pattern.compile("https?://(.+)");

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
    return name != null && LOOPBACK.matcher(name).matches();
  }

  /** Whether pages of that origin are ours: the very host that was asked, or a configured one. */
  boolean isOurOrigin(String origin, @Nullable String host) {
    Matcher parts = ORIGIN.matcher(origin.toLowerCase(Locale.ROOT));
    return parts.matches()
        && (authorities.contains(parts.group(1)) || parts.group(1).equalsIgnoreCase(host));
  }

  private static @Nullable String name(String authority) {
    Matcher parts = AUTHORITY.matcher(authority);
    return parts.matches() ? parts.group(1) : null;
  }
}
