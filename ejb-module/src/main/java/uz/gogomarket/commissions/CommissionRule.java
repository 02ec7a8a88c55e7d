package uz.gogomarket.commissions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * One rule as it is applied; absent conditions match everything.
 *
 * @param categoryIds the category and all below it; empty matches every category
 * @param minPrice of one unit, inclusive
 * @param maxPrice of one unit, exclusive
 * @param startsAt inclusive
 * @param endsAt exclusive
 */
record CommissionRule(
    long id,
    @Nullable Long sellerId,
    Set<Long> categoryIds,
    @Nullable Money minPrice,
    @Nullable Money maxPrice,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    BigDecimal rate) {

  CommissionRule {
    categoryIds = Set.copyOf(categoryIds);
  }

  boolean matches(CommissionCase item, Instant at) {
    return (sellerId == null || sellerId == item.sellerId())
        && (categoryIds.isEmpty() || categoryIds.contains(item.categoryId()))
        && (minPrice == null || item.unitPrice().compareTo(minPrice) >= 0)
        && (maxPrice == null || item.unitPrice().compareTo(maxPrice) < 0)
        && (startsAt == null || !at.isBefore(startsAt))
        && (endsAt == null || at.isBefore(endsAt));
  }

  CommissionShare shareOf(CommissionCase item) {
    Money mostPossible = item.pricePaid().minus(item.tax()).max(Money.ZERO);
    return new CommissionShare(id, rate, item.pricePaid().percent(rate).min(mostPossible));
  }
}
