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

  private static final String RANGE = "must be between 0 and " + HIGHEST_PRICE;

  private ProductRules() {}

  /**
   * @throws InvalidInput naming everything that does not fit together
   */
  static void check(SaveProduct product) {
    List<Violation> violations = new ArrayList<>();
    Integer min = product.minOrderQuantity();
    Integer max = product.maxOrderQuantity();
    if (max != null && max < (min == null ? 1 : min)) {
      violations.add(new Violation("maxOrderQuantity", "must not be below minOrderQuantity"));
    }
    if (product.costPrice() != null && outOfRange(product.costPrice())) {
      violations.add(new Violation("costPrice", RANGE));
    }
    unique("translations", product.translations(), ProductTranslation::locale, violations);
    if (product.translations().stream().anyMatch(each -> each.locale() == product.locale())) {
      violations.add(
          new Violation("translations", "must not repeat the language of the product itself"));
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
      violations.add(new Violation("basePrice", "must be more than 0, at most " + HIGHEST_PRICE));
    }
    if (sale != null && (!sale.isPositive() || sale.compareTo(price.basePrice()) > 0)) {
      violations.add(new Violation("salePrice", "must be more than 0, at most the base price"));
    }
    if (price.onSale() && sale == null) {
      violations.add(new Violation("salePrice", "is required while the sale is active"));
    }
    Instant end = price.saleEndsAt();
    if (price.onSale() && end != null && !end.isAfter(now)) {
      violations.add(new Violation("saleEndsAt", "must be in the future"));
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
      violations.add(
          new Violation(
              "options", "must name one of its values for each of the product's options"));
    }
    Money adjustment = variant.adjustment();
    if (adjustment.compareTo(HIGHEST_PRICE) > 0) {
      violations.add(new Violation("priceAdjustment", "must be at most " + HIGHEST_PRICE));
    } else if (adjustment.compareTo(lowest.negate()) <= 0) {
      violations.add(new Violation("priceAdjustment", "must leave a price of more than 0"));
    }
    if (variant.compareAtPrice() != null && outOfRange(variant.compareAtPrice())) {
      violations.add(new Violation("compareAtPrice", RANGE));
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
            " / ", options.stream().map(option -> variant.options().get(option.name())).toList());
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
      violations.add(new Violation(field, "must not repeat itself"));
    }
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
  }
}
