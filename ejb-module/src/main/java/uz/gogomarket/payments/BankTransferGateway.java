package uz.gogomarket.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.wallets.AccountKind;
import uz.gogomarket.wallets.BankLines;
import uz.gogomarket.wallets.DepositSource;
import uz.gogomarket.wallets.Ledger;
import uz.gogomarket.wallets.Leg;
import uz.gogomarket.wallets.TransactionType;

/** Books a bank transfer that accounting has found on the bank statement. */
@ApplicationScoped
class BankTransferGateway implements PaymentGateway {

  @Inject Ledger ledger;
  @Inject BankLines bankLines;

  @Override
  public String id() {
    return "bank_transfer";
  }

  @Override
  public PaymentMethod method() {
    return PaymentMethod.BANK_TRANSFER;
  }

  @Override
  public boolean collectsAtOnce() {
    return true;
  }

  @Override
  public void collect(long paymentId, PayCheckout checkout) {
    String line = Objects.requireNonNull(checkout.reference(), "a transfer has a reference");
    if (!bankLines.use(DepositSource.BANK, BankLines.Direction.IN, line)) {
      throw new Conflict("already_paid", "Something else was booked by this reference before.");
    }
    List<Leg> legs = new ArrayList<>();
    checkout.amounts().forEach((order, amount) -> legs.add(Leg.escrow(order, amount)));
    legs.add(Leg.platform(AccountKind.BANK_CLEARING, checkout.total().negate(), null));
    ledger.post(TransactionType.PURCHASE, "payment", paymentId, "Purchase", legs);
  }
}
