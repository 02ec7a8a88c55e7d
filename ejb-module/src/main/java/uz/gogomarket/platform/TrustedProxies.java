package uz.gogomarket.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The proxies whose word is taken for where a request comes from and whether it came over TLS; what
 * anybody else says about that is not listened to.
 *
 * <p>A proxy adds its client to the end of a list that it may have been handed by that client. So
 * the list is read from its end, as long as the writer is trusted. One kind of header is read only:
 * most proxies write one kind and hand the other on as it came, in the client's words.
 */
public final class TrustedProxies {

  static final String SETTING = "gogomarket.http.trusted-proxies";
  static final String HEADER_SETTING = "gogomarket.http.forwarded-header";

  private static final String FORWARDED = "forwarded";
  private static final String FORWARDED_FOR = "x-forwarded-for";
  private static final String FORWARDED_PROTO = "x-forwarded-proto";
  private static final List<String> ALL = List.of(FORWARDED, FORWARDED_FOR, FORWARDED_PROTO);

  /** A node of {@code Forwarded} or {@code X-Forwarded-For}, with a port or without. */
  private static final Pattern NODE =
      Pattern.compile(
          "\"?(?:\\[([0-9A-Fa-f:.]+)](?::\\w+)?|([0-9.]+)(?::\\w+)?|([0-9A-Fa-f:.]+))\"?");

  /** Nobody: what the network itself says is all that is known. */
  public static final TrustedProxies NONE = new TrustedProxies("", FORWARDED_FOR);

  private final List<Range> trusted;
  private final boolean standard;

  /** A whole address, or all that begin like it. */
  private record Range(InetAddress start, int bits) {

    static Range parse(String text) {
      int slash = text.indexOf('/');
      InetAddress start =
          Addresses.parse(slash < 0 ? text : text.substring(0, slash))
              .orElseThrow(() -> unusable(text));
      int all = start.getAddress().length * Byte.SIZE;
      if (slash < 0) {
        return new Range(start, all);
      }
      String length = text.substring(slash + 1);
      if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > all) {
        throw unusable(text);
      }
      return new Range(start, Integer.parseInt(length));
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

    private static IllegalArgumentException unusable(String text) {
      return new IllegalArgumentException(
          SETTING
              + " must be addresses or networks such as 10.0.0.0/8, but holds \""
              + text
              + "\"");
    }
  }

  /** One station of a request: who called there, and with which protocol. */
  private record Hop(String client, boolean secure) {}

  /**
   * @param trusted addresses and networks in CIDR notation, separated by commas
   * @param header {@code x-forwarded-for} (with {@code X-Forwarded-Proto}) or {@code forwarded}
   * @throws IllegalArgumentException with a sentence if they make no sense
   */
  TrustedProxies(String trusted, String header) {
    this.trusted =
        Arrays.stream(trusted.split(",", -1))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .map(Range::parse)
            .toList();
    this.standard =
        switch (header.strip().toLowerCase(Locale.ROOT)) {
          case FORWARDED -> true;
          case FORWARDED_FOR -> false;
          default ->
              throw new IllegalArgumentException(
                  HEADER_SETTING
                      + " must be x-forwarded-for or forwarded, but is \""
                      + header
                      + "\"");
        };
  }

  /** As the settings have them; none where they say nothing. */
  public static TrustedProxies configured() {
    return new TrustedProxies(
        ConfigProvider.getConfig().getOptionalValue(SETTING, String.class).orElse(""),
        ConfigProvider.getConfig()
            .getOptionalValue(HEADER_SETTING, String.class)
            .orElse(FORWARDED_FOR));
  }

  /** Where a request really comes from. */
  public Origin origin(HttpServletRequest request) {
    return origin(
        request.getRemoteAddr(),
        request.isSecure(),
        name -> Collections.list(request.getHeaders(name)));
  }

  /** Whether a program on this machine, or a trusted proxy itself, asks: not for anybody else. */
  boolean speaksForItself(HttpServletRequest request) {
    return ALL.stream().allMatch(name -> request.getHeader(name) == null)
        && Addresses.parse(request.getRemoteAddr())
            .filter(peer -> peer.isLoopbackAddress() || isTrusted(peer))
            .isPresent();
  }

  Origin origin(String peer, boolean secure, Function<String, List<String>> headers) {
    Optional<InetAddress> address = Addresses.parse(peer);
    if (address.isEmpty()) {
      return new Origin(peer, secure, false);
    }
    boolean direct = ALL.stream().allMatch(name -> headers.apply(name).isEmpty());
    Origin origin =
        new Origin(
            address.get().getHostAddress(), secure, direct && address.get().isLoopbackAddress());
    if (direct || !isTrusted(address.get())) {
      return origin;
    }
    List<Hop> hops = standard ? forwarded(headers) : forwardedFor(headers);
    for (int i = hops.size() - 1; i >= 0; i--) {
      Optional<InetAddress> client = node(hops.get(i).client());
      origin =
          new Origin(
              client.map(InetAddress::getHostAddress).orElse(origin.address()),
              hops.get(i).secure(),
              false);
      if (client.isEmpty() || !isTrusted(client.get())) {
        return origin;
      }
    }
    return origin;
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.holds(address));
  }

  private static List<Hop> forwardedFor(Function<String, List<String>> headers) {
    List<String> protocols = items(headers.apply(FORWARDED_PROTO), ',');
    boolean secure = !protocols.isEmpty() && protocols.stream().allMatch("https"::equalsIgnoreCase);
    List<String> clients = items(headers.apply(FORWARDED_FOR), ',');
    return clients.isEmpty()
        ? List.of(new Hop("", secure))
        : clients.stream().map(client -> new Hop(client, secure)).toList();
  }

  private static List<Hop> forwarded(Function<String, List<String>> headers) {
    List<Hop> hops = new ArrayList<>();
    for (String element : items(headers.apply(FORWARDED), ',')) {
      String client = "";
      boolean secure = false;
      for (String pair : items(List.of(element), ';')) {
        String[] parts = pair.split("=", 2);
        String value = parts.length < 2 ? "" : parts[1].strip();
        switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
          case "for" -> client = value;
          case "proto" -> secure = value.replace("\"", "").equalsIgnoreCase("https");
          default -> {
            // by and host: of no interest
          }
        }
      }
      hops.add(new Hop(client, secure));
    }
    return hops.isEmpty() ? List.of(new Hop("", false)) : hops;
  }

  /** Quotes are not looked at: a client that opens one must not swallow what the proxy adds. */
  private static List<String> items(List<String> lines, char separator) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.split(String.valueOf(separator), -1)))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static Optional<InetAddress> node(String text) {
    Matcher node = NODE.matcher(text);
    if (!node.matches()) {
      return Optional.empty();
    }
    String literal =
        node.group(1) != null
            ? node.group(1)
            : node.group(2) != null ? node.group(2) : node.group(3);
    return Addresses.parse(literal);
  }
}
