package uz.gogomarket.web.soap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Unauthenticated;

/** A key id and a secret, as a client presents them. */
record PartnerCredentials(String keyId, String secret) {

  private static final String BASIC = "basic ";
  private static final int MAX_LENGTH = 1000;

  /**
   * Out of an {@code Authorization} header (RFC 7617); empty where there is none.
   *
   * @throws Unauthenticated {@code invalid_credentials} if it is of another kind
   */
  static Optional<PartnerCredentials> ofBasic(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    if (header.length() > MAX_LENGTH || !header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
      throw malformed();
    }
    try {
      byte[] pair = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String text = new String(pair, StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      if (colon < 0) {
        throw malformed();
      }
      return Optional.of(
          new PartnerCredentials(text.substring(0, colon), text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static Unauthenticated malformed() {
    return new Unauthenticated(
        "invalid_credentials", "Send Authorization: Basic with the key id and the secret.");
  }

  @Override
  public String toString() {
    return "PartnerCredentials";
  }
}
