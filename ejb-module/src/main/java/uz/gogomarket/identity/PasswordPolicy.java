package uz.gogomarket.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a password must be. The upper bound is bcrypt's: it reads 72 bytes, what follows would be
 * ignored without a word, and it stops at a NUL.
 */
final class PasswordPolicy {

  static final int MIN_CHARACTERS = 10;
  static final int MAX_BYTES = 72;

  private PasswordPolicy() {}

  /** Why this password cannot be taken; empty when it can. */
  static Optional<String> objection(String password, String email) {
    if (password.codePointCount(0, password.length()) < MIN_CHARACTERS) {
      return Optional.of("must have at least " + MIN_CHARACTERS + " characters");
    }
    if (!fitsBcrypt(password)) {
      return Optional.of(
          "must have at most " + MAX_BYTES + " bytes in UTF-8 and no control character NUL");
    }
    if (password.isBlank()) {
      return Optional.of("must not be blank");
    }
    if (password.equalsIgnoreCase(email)) {
      return Optional.of("must not be the e-mail address");
    }
    return Optional.empty();
  }

  static boolean fitsBcrypt(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
        && password.indexOf('\0') < 0;
  }
}
