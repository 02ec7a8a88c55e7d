package uz.gogomarket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermsTest {

  private final Terms english =
      new Terms(Map.of("Rang", "Colour", "Qora", "Black", "Maxsus toʻplam", "Special set"));

  @Test
  void attributes_and_options_are_translated_word_by_word() {
    assertThat(english.of(new ProductAttribute("Rang", "Qora")))
        .isEqualTo(new ProductAttribute("Colour", "Black"));
    assertThat(english.of(new ProductOption("Rang", List.of("Qora", "Oq"))))
        .isEqualTo(new ProductOption("Colour", List.of("Black", "Oq")));
  }

  @Test
  void a_variants_name_is_translated_as_a_whole_or_else_value_by_value() {
    assertThat(english.ofVariant("Maxsus toʻplam")).isEqualTo("Special set");
    assertThat(english.ofVariant("Qora / XL")).isEqualTo("Black / XL");
  }

  @Test
  void what_has_no_translation_stays_as_it_was_written() {
    assertThat(new Terms(Map.of()).ofVariant("Qora / XL")).isEqualTo("Qora / XL");
    assertThat(english.of(Map.of("Boʻy", "98"))).isEqualTo(Map.of("Boʻy", "98"));
  }
}
