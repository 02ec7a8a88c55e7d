package uz.gogomarket.commissions;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * A commission as its seller sees it.
 *
 * @param rate in percent
 * @param orderAmount what the buyer paid for the item
 * @param amount as frozen when the order was placed
 * @param paidAmount what was taken in the end, after refunds
 */
public record CommissionView(
    long id,
    String orderNumber,
    long orderItemId,
    BigDecimal rate,
    Money orderAmount,
    Money amount,
    CommissionStatus status,
    @Nullable Money paidAmount,
    @Nullable Instant paidAt,
    Instant createdAt) {}
