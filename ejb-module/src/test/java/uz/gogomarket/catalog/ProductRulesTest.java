package uz.gogomarket.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Violation;

class ProductRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private static final List<ProductOption> OPTIONS =
      List.of(
          new ProductOption("Rang", List.of("qizil", "oq")),
          new ProductOption("Oʻlcham", List.of("S", "M")));

  @Test
  void aVariantNamesOneValueOfEachOption() {
    assertThat(ProductRules.fits(Map.of("Rang", "oq", "Oʻlcham", "M"), OPTIONS)).isTrue();
    assertThat(ProductRules.fits(Map.of("Rang", "oq"), OPTIONS)).isFalse();
    assertThat(ProductRules.fits(Map.of("Rang", "oq", "Oʻlcham", "XL"), OPTIONS)).isFalse();
    assertThat(ProductRules.fits(Map.of("Rang", "oq", "Vazn", "M"), OPTIONS)).isFalse();
    assertThat(ProductRules.fits(Map.of(), List.of())).isFalse();
  }

  @Test
  void aVariantIsNamedByItsValuesInTheOrderOfTheOptions() {
    assertThat(ProductRules.nameOf(variant(Money.ZERO), OPTIONS)).isEqualTo("oq / M");
  }

  @Test
  void noVariantCostsNothing() {
    assertThatCode(() -> ProductRules.check(variant(Money.of("-9.99")), OPTIONS, Money.of("10")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> ProductRules.check(variant(Money.of("-10")), OPTIONS, Money.of("10")))
        .isInstanceOfSatisfying(InvalidInput.class, e -> names(e, "priceAdjustment"));
  }

  @Test
  void aSaleHasAPriceBelowTheBasePriceAndEndsInTheFuture() {
    refused(price("0", null, false, null), "basePrice");
    refused(price("100000000000.01", null, false, null), "basePrice");
    refused(price("10", "11", false, null), "salePrice");
    refused(price("10", "0", false, null), "salePrice");
    refused(price("10", null, true, null), "salePrice");
    refused(price("10", "9", true, NOW), "saleEndsAt");
    assertThatCode(() -> ProductRules.check(price("10", "9", true, NOW.plusSeconds(1)), NOW))
        .doesNotThrowAnyException();
    assertThatCode(() -> ProductRules.check(price("10", "9", false, NOW), NOW))
        .doesNotThrowAnyException();
  }

  @Test
  void noAmountIsTooLargeToBeAdded() {
    assertThatThrownBy(
            () ->
                ProductRules.check(
                    variant(Money.of("99999999999999999.99")), OPTIONS, Money.of("10")))
        .isInstanceOfSatisfying(InvalidInput.class, e -> names(e, "priceAdjustment"));
  }

  private static void refused(SavePrice price, String field) {
    assertThatThrownBy(() -> ProductRules.check(price, NOW))
        .isInstanceOfSatisfying(InvalidInput.class, e -> names(e, field));
  }

  private static void names(InvalidInput refusal, String field) {
    assertThat(refusal.violations()).extracting(Violation::field).containsExactly(field);
  }

  private static SavePrice price(
      String base, @Nullable String sale, boolean active, @Nullable Instant end) {
    return new SavePrice(Money.of(base), sale == null ? null : Money.of(sale), active, end);
  }

  private static SaveVariant variant(Money adjustment) {
    return new SaveVariant(
        null, null, Map.of("Rang", "oq", "Oʻlcham", "M"), adjustment, null, null, null, null);
  }
}
