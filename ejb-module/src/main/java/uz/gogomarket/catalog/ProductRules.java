package uz.gogomarket.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Violation;

/** What must hold between the values of a product, over and above each value's own range. */
final class ProductRules {

  /**
   * No price, and no difference of one, is larger: a full cart of the dearest things fits {@link
   * Money}.
   */
  static final Money HIGHEST_PRICE = Money.ofSum(100_000_000_000L);

  private ProductRules() {}

  /**
   * @throws InvalidInput naming everything that does not fit together
   */
  static void check(SaveProduct product) {
    List<Violation> violations = new ArrayList<>();
    Integer min = product.minOrderQuantity();
    Integer max = product.maxOrderQuantity();
    if (max != null && max < (min == null ? 1 : min)) {
      violations.add(Violation.of("maxOrderQuantity", "below_other", "minOrderQuantity"));
    }
    if (product.costPrice() != null && outOfRange(product.costPrice())) {
      violations.add(Violation.of("costPrice", "out_of_range", 0, HIGHEST_PRICE));
    }
    unique("translations", product.translations(), ProductTranslation::locale, violations);
    if (product.translations().stream().anyMatch(each -> each.locale() == product.locale())) {
      violations.add(Violation.of("translations", "repeats_own_language"));
    }
    unique("attributes", product.attributes(), ProductAttribute::name, violations);
    unique("options", product.options(), ProductOption::name, violations);
    for (int i = 0; i < product.options().size(); i++) {
      List<String> values = product.options().get(i).values();
      unique("options[" + i + "].values", values, Function.identity(), violations);
    }
    refuse(violations);
  }

  /**
   * @throws InvalidInput if the sale is none
   */
  static void check(SavePrice price, Instant now) {
    List<Violation> violations = new ArrayList<>();
    Money sale = price.salePrice();
    if (!price.basePrice().isPositive() || outOfRange(price.basePrice())) {
      violations.add(Violation.of("basePrice", "positive_up_to", HIGHEST_PRICE));
    }
    if (sale != null && (!sale.isPositive() || sale.compareTo(price.basePrice()) > 0)) {
      violations.add(Violation.of("salePrice", "sale_price_range"));
    }
    if (price.onSale() && sale == null) {
      violations.add(Violation.of("salePrice", "needed_while_on_sale"));
    }
    Instant end = price.saleEndsAt();
    if (price.onSale() && end != null && !end.isAfter(now)) {
      violations.add(Violation.of("saleEndsAt", "not_future"));
    }
    refuse(violations);
  }

  /**
   * @param lowest the lowest price that may count for the product
   * @throws InvalidInput if the variant is no combination of the options, or would cost nothing
   */
  static void check(SaveVariant variant, List<ProductOption> options, Money lowest) {
    List<Violation> violations = new ArrayList<>();
    if (!fits(variant.options(), options)) {
      violations.add(Violation.of("options", "options_incomplete"));
    }
    Money adjustment = variant.adjustment();
    if (adjustment.compareTo(HIGHEST_PRICE) > 0) {
      violations.add(Violation.of("priceAdjustment", "too_large", HIGHEST_PRICE));
    } else if (adjustment.compareTo(lowest.negate()) <= 0) {
      violations.add(Violation.of("priceAdjustment", "below_nothing"));
    }
    if (variant.compareAtPrice() != null && outOfRange(variant.compareAtPrice())) {
      violations.add(Violation.of("compareAtPrice", "out_of_range", 0, HIGHEST_PRICE));
    }
    refuse(violations);
  }

  /** Whether a variant's choice names one value for each option and nothing else. */
  static boolean fits(Map<String, String> choice, List<ProductOption> options) {
    return !options.isEmpty()
        && choice.size() == options.size()
        && options.stream()
            .allMatch(
                option ->
                    choice.containsKey(option.name())
                        && option.values().contains(choice.get(option.name())));
  }

  /** The values in the order of the options: {@code Red / M}. */
  static String nameOf(SaveVariant variant, List<ProductOption> options) {
    if (variant.name() != null) {
      return variant.name();
    }
    String name =
        String.join(
            Terms.SEPARATOR,
            options.stream().map(option -> variant.options().get(option.name())).toList());
    return name.length() <= 255 ? name : name.substring(0, 255);
  }

  private static boolean outOfRange(Money amount) {
    return amount.isNegative() || amount.compareTo(HIGHEST_PRICE) > 0;
  }

  private static <T> void unique(
      String field,
      Collection<T> all,
      Function<T, ? extends Object> key,
      List<Violation> violations) {
    Set<Object> seen = new HashSet<>();
    if (!all.stream().map(key).allMatch(seen::add)) {
      violations.add(Violation.of(field, "repeated"));
    }
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
  }
}
