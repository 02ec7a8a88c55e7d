package uz.gogomarket.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uz.gogomarket.platform.Violation;

/**
 * What a password must be, after NIST SP 800-63B: long enough, and none that is known or guessed
 * soon; no rule about its letters. The upper bound is bcrypt's: it reads 72 bytes, what follows
 * would be ignored without a word, and it stops at a NUL.
 *
 * <p>What is common is told by zxcvbn's kept lists (30,000 passwords that were found most, names,
 * words) and patterns (keyboard rows, sequences, repetitions, dates), and by what is known about
 * the account.
 */
final class PasswordPolicy {

  static final int MIN_CHARACTERS = 10;
  static final int MAX_BYTES = 72;

  /** What somebody could try online within a year in spite of the log-in budgets, and more. */
  private static final double FEWEST_GUESSES = 1e6;

  private static final Zxcvbn ESTIMATE = new Zxcvbn();

  private PasswordPolicy() {}

  /**
   * The one spelling (NFC) that is hashed and compared: keyboards differ in how they write letters
   * such as й.
   */
  static String normalized(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  /**
   * Why this password cannot be taken; empty when it can.
   *
   * @param password normalized
   * @param names of its owner
   */
  static Optional<Violation> objection(
      String field, String password, String email, String... names) {
    if (password.codePointCount(0, password.length()) < MIN_CHARACTERS) {
      return Optional.of(Violation.of(field, "too_short", MIN_CHARACTERS));
    }
    if (!fitsBcrypt(password)) {
      return Optional.of(Violation.of(field, "too_long_in_bytes", MAX_BYTES));
    }
    if (password.isBlank()) {
      return Optional.of(Violation.of(field, "blank"));
    }
    if (password.equalsIgnoreCase(email)) {
      return Optional.of(Violation.of(field, "password_is_email"));
    }
    if (ESTIMATE.measure(password, known(email, names)).getGuesses() < FEWEST_GUESSES) {
      return Optional.of(Violation.of(field, "common_password"));
    }
    return Optional.empty();
  }

  private static List<String> known(String email, String... names) {
    List<String> known = new ArrayList<>(List.of("gogomarket", email));
    known.addAll(Arrays.asList(email.split("[@._+-]")));
    known.addAll(Arrays.asList(names));
    return known;
  }

  static boolean fitsBcrypt(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
        && password.indexOf('\0') < 0;
  }
}
