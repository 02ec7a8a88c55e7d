package uz.gogomarket.wallets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Sql;

/**
 * The lines of bank statements and the till's receipts that something was booked by; none is used
 * twice, whatever it is used for.
 */
@Stateless
@Internal
@Elevated
public class BankLines {

  @Inject Sql sql;
  @Inject Actors actors;

  /** Which way the money of a line went. */
  public enum Direction {
    IN,
    OUT
  }

  /**
   * Uses a line up, in the transaction that books what it is about.
   *
   * @return whether nothing had been booked by it before
   */
  public boolean use(DepositSource source, Direction direction, String reference) {
    return sql.update(
            "insert into bank_lines (source, direction, reference, recorded_by)"
                + " values (?, ?, ?, ?) on conflict do nothing",
            source,
            direction,
            reference,
            actors.current().name())
        == 1;
  }
}
