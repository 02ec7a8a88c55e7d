package uz.gogomarket.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as the network writes them; no name is ever looked up. */
public final class Addresses {

  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

  /** So narrow that Java looks no name up for what is left. */
  private static final Pattern LITERAL =
      Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}|(?=.*:)[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");

  private static final int NETWORK_BYTES = 8;

  private Addresses() {}

  /** Reads an address, without the zone of a link-local one, which means nothing elsewhere. */
  public static Optional<InetAddress> parse(String text) {
    int zone = text.indexOf('%');
    String literal = zone < 0 ? text : text.substring(0, zone);
    if (!LITERAL.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }

  /** An IPv6 customer holds a /64 and can choose among its addresses freely: it counts as one. */
  public static String network(String address) {
    byte[] bytes = parse(address).map(InetAddress::getAddress).orElse(new byte[0]);
    return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64" : address;
  }
}
