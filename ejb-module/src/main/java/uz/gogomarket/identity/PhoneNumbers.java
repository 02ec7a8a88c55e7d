package uz.gogomarket.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/**
 * Telephone numbers in one spelling, E.164; a number without a country code is one of Uzbekistan.
 */
final class PhoneNumbers {

  private static final String HOME_REGION = "UZ";

  private PhoneNumbers() {}

  /** The number as {@code +998901234567}; empty where no such number can exist. */
  static Optional<String> e164(String written) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      var number = numbers.parse(written, HOME_REGION);
      return numbers.isValidNumber(number)
          ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }
}
