package uz.gogomarket.commissions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * The platform's share of an item.
 *
 * @param ruleId the rule that decided; none where no rule matched and the share is nothing
 * @param rate in percent
 */
public record CommissionShare(@Nullable Long ruleId, BigDecimal rate, Money amount) {}
