package uz.gogomarket.commissions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import uz.gogomarket.platform.Money;

/** The rules in their order: the first that matches decides. */
record CommissionPolicy(List<CommissionRule> rules) {

  private static final CommissionShare NOTHING =
      new CommissionShare(null, BigDecimal.ZERO.setScale(2), Money.ZERO);

  CommissionPolicy {
    rules = List.copyOf(rules);
  }

  CommissionShare shareOf(CommissionCase item, Instant at) {
    return rules.stream()
        .filter(rule -> rule.matches(item, at))
        .findFirst()
        .map(rule -> rule.shareOf(item))
        .orElse(NOTHING);
  }
}
