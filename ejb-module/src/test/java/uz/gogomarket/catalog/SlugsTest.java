package uz.gogomarket.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.gogomarket.identity.Language;

class SlugsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UZ | Ўзбекистон чойи | ozbekiston-choyi",
        "UZ | Oʻzbekiston choyi | ozbekiston-choyi",
        "UZ | O'zbekiston  choyi! | ozbekiston-choyi",
        "UZ | Ғишт ва қум | gisht-va-qum",
        "UZ | G‘isht va qum | gisht-va-qum",
        "UZ | Жўжа хўроз | joja-xoroz",
        "RU | Тёплый плащ, размер 48 | tyoplyy-plashch-razmer-48",
        "RU | Жёлтый чайник | zhyoltyy-chaynik",
        "EN | Café crème & co. | cafe-creme-co",
        "EN | iPhone 15 Pro (256 GB) | iphone-15-pro-256-gb",
        "EN | Straße | strasse",
        "EN | --- | item",
        "RU | 中文 | zhong-wen"
      })
  void titlesBecomeReadableAddresses(Language language, String title, String slug) {
    assertThat(Slugs.of(title, language)).isEqualTo(slug);
  }

  @Test
  void longTitlesAreCutBetweenWords() {
    String slug = Slugs.of("choynak ".repeat(40), Language.UZ);

    assertThat(slug).hasSizeLessThanOrEqualTo(Slugs.MAX_LENGTH).endsWith("choynak");
  }

  @Property
  void anyTitleGivesAnAddress(
      @ForAll @StringLength(max = 300) String title, @ForAll Language language) {
    assertThat(Slugs.of(title, language))
        .matches("[a-z0-9]+(-[a-z0-9]+)*")
        .hasSizeLessThanOrEqualTo(Slugs.MAX_LENGTH);
  }

  @Property
  void anAddressIsItsOwnAddress(@ForAll @StringLength(max = 200) String title) {
    String slug = Slugs.of(title, Language.EN);

    assertThat(Slugs.of(slug, Language.EN)).isEqualTo(slug);
  }
}
