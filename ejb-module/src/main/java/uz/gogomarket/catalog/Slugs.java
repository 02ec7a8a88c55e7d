package uz.gogomarket.catalog;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import uz.gogomarket.identity.Language;

/**
 * Makes the readable part of an address out of a title: lower-case Latin letters, digits and single
 * hyphens. Uzbek in Cyrillic gives what the same words give in Latin ({@code Ўзбек чойи} and {@code
 * Oʻzbek choyi} are both {@code ozbek-choyi}); Russian is written as readers expect ({@code ж} is
 * {@code zh}); any other script goes through ICU.
 */
final class Slugs {

  static final int MAX_LENGTH = 120;

  /** What a title without any letter or digit gives. */
  static final String EMPTY = "item";

  private static final Transliterator TO_ASCII =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

  private static final Map<Character, String> UZBEK =
      Map.ofEntries(
          Map.entry('ў', "o"),
          Map.entry('қ', "q"),
          Map.entry('ғ', "g"),
          Map.entry('ҳ', "h"),
          Map.entry('ж', "j"),
          Map.entry('х', "x"),
          Map.entry('ц', "ts"),
          Map.entry('щ', "sh"),
          Map.entry('й', "y"));
  private static final Map<Character, String> RUSSIAN =
      Map.ofEntries(
          Map.entry('ж', "zh"),
          Map.entry('х', "kh"),
          Map.entry('ц', "ts"),
          Map.entry('щ', "shch"),
          Map.entry('й', "y"));
  private static final Map<Character, String> BOTH =
      Map.ofEntries(
          Map.entry('ш', "sh"),
          Map.entry('ч', "ch"),
          Map.entry('ё', "yo"),
          Map.entry('ю', "yu"),
          Map.entry('я', "ya"),
          Map.entry('э', "e"),
          Map.entry('ы', "y"),
          Map.entry('ъ', ""),
          Map.entry('ь', ""));

  private static final String APOSTROPHES = "'`´ʻʼ‘’ʹ′";

  private Slugs() {}

  /**
   * At most {@value #MAX_LENGTH} characters, never empty.
   *
   * @param language of the title; Cyrillic in English titles is read as Russian
   */
  static String of(String title, Language language) {
    String lower = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String ascii = TO_ASCII.transliterate(letters(lower, language));
    StringBuilder slug = new StringBuilder(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      char each = ascii.charAt(i);
      if ((each >= 'a' && each <= 'z') || (each >= '0' && each <= '9')) {
        slug.append(each);
      } else if (APOSTROPHES.indexOf(each) < 0
          && !slug.isEmpty()
          && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    return trimmed(slug);
  }

  private static String letters(String text, Language language) {
    Map<Character, String> own = language == Language.UZ ? UZBEK : RUSSIAN;
    StringBuilder latin = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      String letters = own.get(each);
      if (letters == null) {
        letters = BOTH.get(each);
      }
      if (letters == null && language != Language.UZ) {
        letters = UZBEK.get(each);
      }
      if (letters != null) {
        latin.append(letters);
      } else if (APOSTROPHES.indexOf(each) < 0) {
        latin.append(each);
      }
    }
    return latin.toString();
  }

  /** Cut at a hyphen where there is one not far from the end. */
  private static String trimmed(StringBuilder slug) {
    if (slug.length() > MAX_LENGTH) {
      int cut = slug.lastIndexOf("-", MAX_LENGTH);
      slug.setLength(cut > MAX_LENGTH / 2 ? cut : MAX_LENGTH);
    }
    while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
      slug.setLength(slug.length() - 1);
    }
    return slug.isEmpty() ? EMPTY : slug.toString();
  }
}
