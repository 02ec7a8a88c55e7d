package uz.gogomarket.partners;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret half of a key: 256 random bits for the partner, their SHA-256 for the database. The
 * prefix lets scanners find secrets that leaked into public places.
 */
record Secret(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MAX_LENGTH = 200;

  static Secret random() {
    return new Secret("gks_" + randomText(32));
  }

  /** A new public half. */
  static String randomKeyId() {
    return "gk_" + randomText(16);
  }

  /** As the database keeps it; no salt, for there is nothing to guess. */
  String digest() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes the same time wherever the first difference is. */
  boolean matches(String digest) {
    return text.length() <= MAX_LENGTH
        && MessageDigest.isEqual(
            digest().getBytes(StandardCharsets.US_ASCII),
            digest.getBytes(StandardCharsets.US_ASCII));
  }

  private static String randomText(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
