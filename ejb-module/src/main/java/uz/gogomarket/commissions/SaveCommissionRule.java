package uz.gogomarket.commissions;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Violation;

/**
 * A rule as administrators write it; absent conditions match everything.
 *
 * @param categoryId matches the category and all below it
 * @param minPrice of one unit, inclusive
 * @param maxPrice of one unit, exclusive
 * @param startsAt of a campaign, inclusive
 * @param endsAt exclusive
 * @param rate in percent, 0 to 50
 */
public record SaveCommissionRule(
    @NotNull
        @Size(min = 1, max = 200)
        @Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*", message = "not_one_line")
        String name,
    @Nullable Long sellerId,
    @Nullable Long categoryId,
    @Nullable Money minPrice,
    @Nullable Money maxPrice,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @NotNull @DecimalMin("0") @DecimalMax("50") @Digits(integer = 2, fraction = 2) BigDecimal rate,
    boolean active) {

  /**
   * @throws InvalidInput where the conditions contradict each other
   */
  void check() {
    List<Violation> wrong = new ArrayList<>();
    if (minPrice != null && minPrice.isNegative()) {
      wrong.add(Violation.of("minPrice", "negative"));
    }
    Money lowest = minPrice == null ? Money.ZERO : minPrice;
    if (maxPrice != null && maxPrice.compareTo(lowest) <= 0) {
      wrong.add(Violation.of("maxPrice", "not_more_than_other", lowest));
    }
    if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
      wrong.add(Violation.of("endsAt", "not_after_other", "startsAt"));
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
  }
}
