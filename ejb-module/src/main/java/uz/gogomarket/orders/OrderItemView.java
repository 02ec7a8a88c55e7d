package uz.gogomarket.orders;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * What was bought, as it was when it was bought.
 *
 * @param slug of the product; absent, like its picture, where it cannot be seen any more
 */
public record OrderItemView(
    long id,
    long productId,
    @Nullable Long variantId,
    String name,
    @Nullable String variantName,
    @Nullable String slug,
    @Nullable String imageUrl,
    @Nullable String sku,
    Map<String, String> attributes,
    int quantity,
    Money unitPrice,
    Money subtotal,
    BigDecimal taxRate,
    Money tax) {

  public OrderItemView {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }
}
