package uz.gogomarket.commissions;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Editable;
import uz.gogomarket.platform.Money;

/** A rule as administrators see it; {@code position} sorts the rules. */
public record CommissionRuleView(
    long id,
    int position,
    String name,
    @Nullable Long sellerId,
    @Nullable String sellerName,
    @Nullable Long categoryId,
    @Nullable String categoryName,
    @Nullable Money minPrice,
    @Nullable Money maxPrice,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    BigDecimal rate,
    boolean active,
    int version,
    Instant createdAt,
    Instant updatedAt)
    implements Editable {}
