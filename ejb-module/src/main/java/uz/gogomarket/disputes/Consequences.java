package uz.gogomarket.disputes;

import java.util.ArrayList;
import java.util.List;
import uz.gogomarket.orders.FinalShares;
import uz.gogomarket.platform.Money;

/** What a decision does with an order's money, in sentences. */
final class Consequences {

  private Consequences() {}

  /**
   * @param shares who has what in the end if it is decided so
   */
  static List<String> of(DisputeCase dispute, Verdict verdict, FinalShares shares) {
    List<String> sentences = new ArrayList<>(now(dispute, verdict.refund(), shares));
    sentences.add(inTheEnd(shares));
    if (shares.delivery().isNegative()) {
      sentences.add(
          "The marketplace pays " + sum(shares.delivery().negate()) + " of the courier's fee.");
    }
    if (verdict.decision() == DisputeDecision.REPLACE) {
      sentences.add("The seller has to send other goods; the hold of the money begins anew then.");
    }
    sentences.add(
        dispute.appealedAt() == null
            ? "The side that loses may appeal; until then the rest of the money stays frozen."
            : "This decides the appeal: nobody can change it any more.");
    return sentences;
  }

  private static List<String> now(DisputeCase dispute, Money refund, FinalShares shares) {
    Money inForce = dispute.refundInForce();
    if (inForce.equals(refund)) {
      return List.of(
          refund.isZero()
              ? "The buyer gets nothing back."
              : "The refund of " + sum(refund) + " stays as it was first decided.");
    }
    List<String> sentences = new ArrayList<>();
    if (inForce.isPositive()) {
      sentences.add(
          "The refund of " + sum(inForce) + " that was first decided is taken from the buyer.");
    }
    if (refund.isPositive()) {
      sentences.add("The buyer gets " + sum(refund) + " back, " + way(dispute, shares) + ".");
    }
    return sentences;
  }

  private static String way(DisputeCase dispute, FinalShares shares) {
    if (shares.withCourier()) {
      return "when the courier has handed the cash in";
    }
    return dispute.buyerId() == null
        ? "by a bank transfer that accounting makes"
        : "into the wallet, at once";
  }

  private static String inTheEnd(FinalShares shares) {
    return "In the end the buyer has "
        + sum(shares.refunded())
        + " back, and the seller gets "
        + sum(shares.seller())
        + ", the courier "
        + sum(shares.courier())
        + ", the marketplace "
        + sum(shares.commission())
        + " in commission; "
        + sum(shares.tax())
        + " are tax.";
  }

  private static String sum(Money money) {
    return money + " " + Money.CURRENCY;
  }
}
