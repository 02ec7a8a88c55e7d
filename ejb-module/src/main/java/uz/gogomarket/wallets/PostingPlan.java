package uz.gogomarket.wallets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uz.gogomarket.platform.Money;

/**
 * Decides which postings the legs of an entry become, from what the locked wallets hold and what
 * their users owe. Credits come before debits, so that no line in between is below zero.
 */
final class PostingPlan {

  private final Map<Long, Money> balances;
  private final Map<Long, Money> debts;
  private final List<Leg> postings = new ArrayList<>();

  private PostingPlan(Map<Long, Money> balances, Map<Long, Money> debts) {
    this.balances = new HashMap<>(balances);
    this.debts = new HashMap<>(debts);
  }

  /**
   * @param balances what the wallets hold, by user
   * @param debts what users owe, positive, by user
   * @throws InsufficientFunds if a wallet would go below zero
   */
  static List<Leg> of(List<Leg> legs, Map<Long, Money> balances, Map<Long, Money> debts) {
    PostingPlan plan = new PostingPlan(balances, debts);
    legs.stream().sorted(Comparator.comparingInt(PostingPlan::order)).forEach(plan::settle);
    return List.copyOf(plan.postings);
  }

  private static int order(Leg leg) {
    if (leg.amount().isPositive()) {
      return 0;
    }
    return leg.debt() == Leg.Debt.UNTOUCHED ? 1 : 2;
  }

  private void settle(Leg leg) {
    switch (leg.debt()) {
      case UNTOUCHED -> add(leg);
      case SETTLED_FIRST -> {
        long user = Objects.requireNonNull(leg.userId());
        Money owed = debts.getOrDefault(user, Money.ZERO);
        Money settled = owed.min(leg.amount());
        debts.put(user, owed.minus(settled));
        add(leg.to(AccountKind.RECEIVABLE, settled));
        add(leg.to(AccountKind.WALLET, leg.amount().minus(settled)));
      }
      case TAKES_THE_REST -> {
        long user = Objects.requireNonNull(leg.userId());
        Money due = leg.amount().negate();
        Money taken = balances.getOrDefault(user, Money.ZERO).min(due);
        add(leg.to(AccountKind.WALLET, taken.negate()));
        add(leg.to(AccountKind.RECEIVABLE, taken.minus(due)));
      }
    }
  }

  private void add(Leg leg) {
    if (leg.amount().isZero()) {
      return;
    }
    if (leg.kind() == AccountKind.WALLET) {
      long user = Objects.requireNonNull(leg.userId());
      Money after = balances.getOrDefault(user, Money.ZERO).plus(leg.amount());
      if (after.isNegative()) {
        throw new InsufficientFunds(after.negate());
      }
      balances.put(user, after);
    }
    postings.add(leg);
  }
}
