package uz.gogomarket.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import uz.gogomarket.platform.Unprocessable;
import uz.gogomarket.wallets.Ledger;
import uz.gogomarket.wallets.Leg;
import uz.gogomarket.wallets.TransactionType;

/** Takes the money out of the buyer's wallet. */
@ApplicationScoped
class WalletGateway implements PaymentGateway {

  @Inject Ledger ledger;

  @Override
  public String id() {
    return "wallet";
  }

  @Override
  public PaymentMethod method() {
    return PaymentMethod.GOGOMONEY;
  }

  @Override
  public boolean collectsAtOnce() {
    return true;
  }

  @Override
  public void collect(long paymentId, PayCheckout checkout) {
    Long buyer = checkout.buyerId();
    if (buyer == null) {
      throw new Unprocessable("wallet_required", "Paying from a wallet needs an account.");
    }
    List<Leg> legs = new ArrayList<>();
    checkout.amounts().forEach((order, amount) -> legs.add(Leg.escrow(order, amount)));
    legs.add(Leg.wallet(buyer, checkout.total().negate(), null));
    ledger.post(TransactionType.PURCHASE, "payment", paymentId, "Purchase", legs);
  }
}
