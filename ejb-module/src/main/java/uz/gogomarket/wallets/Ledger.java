package uz.gogomarket.wallets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Money;

/**
 * The journal's only writer. An entry costs at most five statements, however many legs it has, and
 * two for the usual purchase.
 */
@Stateless
@Internal
@Elevated
public class Ledger {

  @Inject Journal journal;

  /**
   * Writes one balanced entry: locks the wallets of all users it speaks of (in the order of their
   * ids), then writes entry, postings, wallet lines and balances. Wallets that do not exist yet are
   * opened. Whoever takes money out of an order's escrow holds the lock on the order.
   *
   * @param referenceType what the entry belongs to, such as {@code payment}; with its id
   * @param legs sum to zero; legs of zero are left out, and without any other nothing is written
   * @return the entry's id, or 0 where nothing moved
   * @throws InsufficientFunds if a wallet would go below zero
   * @throws MoneyNotHeld if an order would give out more than it holds
   * @throws Conflict {@code wallet_inactive} if money is taken from a closed wallet
   * @throws IllegalArgumentException if the legs do not sum to zero
   */
  public long post(
      TransactionType type,
      String referenceType,
      long referenceId,
      String description,
      List<Leg> legs) {
    if (!Money.sum(legs.stream().map(Leg::amount).toList()).isZero()) {
      throw new IllegalArgumentException("The legs of an entry sum to zero: " + legs);
    }
    List<Leg> moving = legs.stream().filter(leg -> !leg.amount().isZero()).toList();
    if (moving.isEmpty()) {
      return 0;
    }
    Journal.Entry entry = new Journal.Entry(type, referenceType, referenceId, description);
    return write(entry, moving);
  }

  /**
   * Locks the wallets of all users that a transaction with more than one entry is going to speak
   * of. Each entry locks its own in the order of their ids; two of them together need this first.
   */
  public void lock(Set<Long> users) {
    wallets(new TreeSet<>(users));
  }

  /** What stands on the platform's accounts for an order. */
  public OrderFunds fundsOf(long orderId) {
    return journal.fundsOf(orderId);
  }

  /** Opens the wallets of users who have none yet. */
  public void open(Set<Long> userIds) {
    journal.open(userIds);
  }

  private long write(Journal.Entry entry, List<Leg> legs) {
    Map<Long, Journal.LockedWallet> wallets = lock(legs);
    refuseClosed(legs, wallets);
    Journal.Sums sums = sums(legs);
    refuseMoreThanHeld(legs, sums);
    Map<Long, Money> balances =
        wallets.values().stream()
            .collect(Collectors.toMap(Journal.LockedWallet::userId, Journal.LockedWallet::balance));
    return journal.write(entry, PostingPlan.of(legs, balances, sums.debts()));
  }

  private Map<Long, Journal.LockedWallet> lock(List<Leg> legs) {
    Set<Long> users =
        legs.stream()
            .flatMap(leg -> Stream.ofNullable(leg.userId()))
            .collect(Collectors.toCollection(TreeSet::new));
    return wallets(users);
  }

  private Map<Long, Journal.LockedWallet> wallets(Set<Long> users) {
    if (users.isEmpty()) {
      return Map.of();
    }
    Map<Long, Journal.LockedWallet> wallets = journal.lock(users);
    if (wallets.size() < users.size()) {
      journal.open(users);
      wallets = journal.lock(users);
    }
    return wallets;
  }

  private static void refuseClosed(List<Leg> legs, Map<Long, Journal.LockedWallet> wallets) {
    for (Leg leg : legs) {
      Journal.LockedWallet wallet = leg.userId() == null ? null : wallets.get(leg.userId());
      boolean spends =
          leg.kind() == AccountKind.WALLET
              && leg.debt() == Leg.Debt.UNTOUCHED
              && leg.amount().isNegative();
      if (spends && wallet != null && !wallet.active()) {
        throw new Conflict("wallet_inactive", "The wallet is closed.");
      }
    }
  }

  /** Read after the wallets are locked: before, somebody else could still change the debts. */
  private Journal.Sums sums(List<Leg> legs) {
    List<Long> earners =
        legs.stream()
            .filter(leg -> leg.debt() == Leg.Debt.SETTLED_FIRST)
            .flatMap(leg -> Stream.ofNullable(leg.userId()))
            .distinct()
            .toList();
    List<Long> payers =
        legs.stream()
            .filter(leg -> leg.kind().isHeldPerOrder() && leg.amount().isNegative())
            .flatMap(leg -> Stream.ofNullable(leg.orderId()))
            .distinct()
            .toList();
    if (earners.isEmpty() && payers.isEmpty()) {
      return Journal.Sums.NONE;
    }
    return journal.sums(earners, payers);
  }

  private static void refuseMoreThanHeld(List<Leg> legs, Journal.Sums sums) {
    Map<Journal.Held, Money> moved =
        legs.stream()
            .filter(leg -> leg.kind().isHeldPerOrder())
            .collect(
                Collectors.groupingBy(
                    Journal.Held::of, Collectors.reducing(Money.ZERO, Leg::amount, Money::plus)));
    moved.forEach(
        (held, amount) -> {
          Money before = sums.held().getOrDefault(held, Money.ZERO);
          if (amount.isNegative() && before.plus(amount).isNegative()) {
            throw new MoneyNotHeld();
          }
        });
  }
}
