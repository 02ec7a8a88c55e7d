package uz.gogomarket.wallets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import uz.gogomarket.identity.AccountRegistered;

/** Everybody who registers has a wallet, from the same transaction on. */
@ApplicationScoped
class WalletOpening {

  @Inject Ledger ledger;

  void registered(@Observes AccountRegistered event) {
    ledger.open(Set.of(event.userId()));
  }
}
