package uz.gogomarket.cart;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * A line as the buyer sees it.
 *
 * @param previousPrice the unit price at the last look, where it was another
 * @param available units that can be bought now; absent where the seller takes back-orders
 */
public record CartItem(
    long id,
    long productId,
    @Nullable Long variantId,
    String name,
    @Nullable String variantName,
    String slug,
    @Nullable String imageUrl,
    Map<String, String> attributes,
    int quantity,
    Money unitPrice,
    @Nullable Money previousPrice,
    Money total,
    @Nullable Integer available,
    List<CartChange> changes) {}
