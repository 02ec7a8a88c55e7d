package uz.gogomarket.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Violation;

/**
 * What a buyer looks for.
 *
 * @param category a category's slug; what is below it counts too
 * @param brands any of them, as they are written
 * @param inStock only what can be bought now
 * @param attributes any of the values of each, by the attribute's or option's name
 */
public record ProductFilter(
    @Nullable String category,
    @Nullable Long sellerId,
    List<String> brands,
    @Nullable Money minPrice,
    @Nullable Money maxPrice,
    boolean inStock,
    Map<String, List<String>> attributes) {

  public static final int MAX_BRANDS = 30;
  public static final int MAX_ATTRIBUTES = 10;
  public static final int MAX_VALUES = 30;

  /**
   * @throws InvalidInput if a value is out of range
   */
  public ProductFilter {
    brands = List.copyOf(brands);
    attributes = Map.copyOf(attributes);
    List<Violation> violations = new ArrayList<>();
    if (minPrice != null && minPrice.isNegative()) {
      violations.add(Violation.of("minPrice", "negative"));
    }
    if (maxPrice != null && maxPrice.compareTo(minPrice == null ? Money.ZERO : minPrice) < 0) {
      violations.add(Violation.of("maxPrice", "below_other", "minPrice"));
    }
    if (brands.size() > MAX_BRANDS) {
      violations.add(Violation.of("brand", "too_often", MAX_BRANDS));
    }
    if (attributes.size() > MAX_ATTRIBUTES
        || attributes.values().stream().anyMatch(values -> values.size() > MAX_VALUES)) {
      violations.add(Violation.of("attribute", "too_often", MAX_VALUES));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
  }

  /** Everything that is public. */
  public static ProductFilter none() {
    return new ProductFilter(null, null, List.of(), null, null, false, Map.of());
  }
}
