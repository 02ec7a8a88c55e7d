package uz.gogomarket.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.wallets.AccountKind;
import uz.gogomarket.wallets.BankLines;
import uz.gogomarket.wallets.DepositSource;
import uz.gogomarket.wallets.Ledger;
import uz.gogomarket.wallets.Leg;
import uz.gogomarket.wallets.OrderFunds;
import uz.gogomarket.wallets.TransactionType;

/**
 * Moves money back, out of wherever it stands. The caller has locked the order; the payment is
 * locked here, before anything is read.
 */
@ApplicationScoped
class Refunding {

  @Inject PaymentTable payments;
  @Inject RefundTable refunds;
  @Inject Ledger ledger;
  @Inject BankLines bankLines;
  @Inject Event<ReleasedMoneyRefunded> releasedMoneyRefunded;
  @Inject Event<PaymentFailed> failedPayments;

  RefundResult refund(RefundOrder refund) {
    Long payment = payments.lock(refund.checkoutId()).orElse(null);
    OrderFunds funds = ledger.fundsOf(refund.orderId());
    RefundPolicy.Earlier earlier = refunds.earlier(refund.orderId());
    return switch (RefundPolicy.source(refund.amount(), funds, earlier)) {
      case NOTHING_PAID -> waive(refund, payment);
      case WITH_COURIER -> promise(refunds.insert(refund, payment, false, false));
      case HELD -> fromEscrow(refund, payment);
      case RELEASED -> fromShares(refund, payment);
    };
  }

  /** An order's cash has been handed in: pays a locked refund that had to wait for it. */
  void payWaiting(RefundView refund) {
    Long user = refund.userId();
    if (user != null) {
      credit(refund.id(), refund.orderId(), user, refund.amount());
      refunds.complete(refund.id(), null);
      countAsRefunded(refund.paymentId(), refund.amount());
    }
  }

  /**
   * The order holds the money of a refund again; what was only promised is not promised any more.
   *
   * @param parties whose wallets move, now or when the order ends in the same transaction
   */
  void undo(long checkoutId, long refundId, Set<Long> parties, String reason) {
    Long payment = payments.lock(checkoutId).orElse(null);
    RefundView refund = refunds.lock(refundId).orElseThrow(() -> new NotFound("refund", refundId));
    boolean made = refund.status() == RefundStatus.COMPLETED;
    if (refund.afterRelease() || !made && refund.status() != RefundStatus.PENDING) {
      throw new IllegalStateException("Refund " + refundId + " cannot be undone");
    }
    ledger.lock(parties);
    if (made) {
      Long buyer = refund.userId();
      ledger.post(
          TransactionType.ADJUSTMENT,
          "refund",
          refundId,
          reason,
          List.of(
              buyer == null
                  ? Leg.platform(AccountKind.GOODWILL, refund.amount().negate(), refund.orderId())
                  : Leg.charge(buyer, refund.amount(), refund.orderId()),
              Leg.escrow(refund.orderId(), refund.amount())));
      countAsRefunded(payment, refund.amount().negate());
    }
    refunds.end(refundId, made ? RefundStatus.REVERSED : RefundStatus.FAILED);
  }

  /**
   * Accounting has transferred the money of a pending refund, which is locked.
   *
   * @throws Conflict {@code refund_already_recorded} if the reference was booked before
   */
  void transferred(RefundView refund, String reference) {
    if (!bankLines.use(DepositSource.BANK, BankLines.Direction.OUT, reference)) {
      throw new Conflict("refund_already_recorded", "This reference has been booked before.");
    }
    ledger.post(
        TransactionType.REFUND,
        "refund",
        refund.id(),
        "Refund by bank transfer " + reference,
        List.of(
            Leg.escrow(refund.orderId(), refund.amount().negate()),
            Leg.platform(AccountKind.BANK_CLEARING, refund.amount(), refund.orderId())));
    refunds.complete(refund.id(), reference);
    countAsRefunded(refund.paymentId(), refund.amount());
  }

  private RefundResult waive(RefundOrder refund, @Nullable Long payment) {
    if (payment != null && payments.waived(payment, refund.amount()) == PaymentStatus.FAILED) {
      failedPayments.fire(new PaymentFailed(refund.checkoutId()));
    }
    return new RefundResult(null, RefundResult.Outcome.NOTHING_PAID);
  }

  private RefundResult fromEscrow(RefundOrder refund, @Nullable Long payment) {
    ledger.lock(refund.parties());
    Long buyer = refund.buyerId();
    long id = refunds.insert(refund, payment, buyer != null, false);
    if (buyer == null) {
      return promise(id);
    }
    credit(id, refund.orderId(), buyer, refund.amount());
    countAsRefunded(payment, refund.amount());
    return new RefundResult(id, RefundResult.Outcome.COMPLETED);
  }

  private RefundResult fromShares(RefundOrder refund, @Nullable Long payment) {
    ledger.lock(refund.parties());
    Long buyer = refund.buyerId();
    long id = refunds.insert(refund, payment, buyer != null, true);
    TakenBack taken = refund.ifReleased();
    List<Leg> legs = new ArrayList<>(taken.legs(refund.orderId(), refund.sellerId()));
    legs.add(
        buyer == null
            ? Leg.escrow(refund.orderId(), refund.amount())
            : Leg.earning(buyer, refund.amount(), refund.orderId()));
    ledger.post(TransactionType.REFUND, "refund", id, "Refund after the release", legs);
    releasedMoneyRefunded.fire(
        new ReleasedMoneyRefunded(refund.orderId(), refund.amount(), taken.commission()));
    if (buyer == null) {
      return promise(id);
    }
    countAsRefunded(payment, refund.amount());
    return new RefundResult(id, RefundResult.Outcome.COMPLETED);
  }

  private void credit(long refundId, long orderId, long userId, Money amount) {
    ledger.post(
        TransactionType.REFUND,
        "refund",
        refundId,
        "Refund",
        List.of(Leg.escrow(orderId, amount.negate()), Leg.earning(userId, amount, orderId)));
  }

  private void countAsRefunded(@Nullable Long payment, Money amount) {
    if (payment != null) {
      payments.refunded(payment, amount);
    }
  }

  private static RefundResult promise(long refundId) {
    return new RefundResult(refundId, RefundResult.Outcome.PENDING);
  }
}
