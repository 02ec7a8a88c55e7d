package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Oʻzbekiston",
        "Тошкент шаҳри",
        "Ma'rufjon O‘g‘li",
        "José",
        "王小明",
        "1-uy, 2",
        "Jean-Жан"
      })
  void takesWhatPeopleAreCalled(String name) {
    assertThat(ShownText.Check.objection(name, true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"USBкабель", "Choy ❤️ 100 g", "Чой 🫖", "Ø 5 мм ±0.1", "4Gмодем"})
  void takesWhatGoodsAreCalled(String title) {
    assertThat(ShownText.Check.objection(title, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ali\u202Efdp.exe", // right to left override
        "Ali\u2066", // isolate
        "A\u200Bli", // zero width space
        "A\u200Dli", // zero width joiner
        "A\u00ADli", // soft hyphen
        "\uFEFFAli", // byte order mark
        "Ali\u0000",
        "Ali\nVali",
        "Ali\u2028Vali",
        "\u3164", // a letter that shows nothing
        "\u2800", // a braille cell without dots
        "\uE000", // private use
        "\uD800", // half a character
      })
  void refusesWhatCannotBeSeenOrTurnsTheRest(String text) {
    assertThat(ShownText.Check.objection(text, false)).contains(ShownText.INVISIBLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Аli", "аdmin@example.uz", "Pаypаl", "Ρeter"})
  void refusesNamesWhoseWordsMixAlphabets(String name) {
    assertThat(ShownText.Check.objection(name, true)).contains(ShownText.MIXED);
  }
}
