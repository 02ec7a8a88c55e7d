package uz.gogomarket.wallets;

import java.util.List;
import uz.gogomarket.platform.Money;

/**
 * The trial balance and the proof that the books balance.
 *
 * @param total over all accounts: zero
 * @param ordersInEscrow how many orders hold money
 */
public record LedgerReport(
    List<AccountTotal> accounts, Money total, long ordersInEscrow, LedgerProof proof) {

  public LedgerReport {
    accounts = List.copyOf(accounts);
  }
}
