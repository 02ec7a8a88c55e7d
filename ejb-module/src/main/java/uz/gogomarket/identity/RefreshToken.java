package uz.gogomarket.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A refresh token: the family that all tokens of one session share, a dot, and 256 random bits of
 * its own. The family is secret like the rest, so that only somebody who once held a token of the
 * session can present one that names it: a token of a known family that is not the current one has
 * been used before.
 */
record RefreshToken(String family, String secret) {

  private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

  static RefreshToken first() {
    return new RefreshToken(RandomTokens.ofBits(128), RandomTokens.ofBits(256));
  }

  RefreshToken next() {
    return new RefreshToken(family, RandomTokens.ofBits(256));
  }

  static Optional<RefreshToken> parse(String text) {
    var matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? Optional.of(new RefreshToken(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  String text() {
    return family + "." + secret;
  }

  String fingerprint() {
    return RandomTokens.fingerprint(text());
  }

  String familyFingerprint() {
    return RandomTokens.fingerprint(family);
  }
}
