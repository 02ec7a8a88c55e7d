package uz.gogomarket.wallets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;

/** A user's own wallet, and the deposits that accounting records. */
@Stateless
@Allow({Roles.BUYER, Roles.SELLER, Roles.COURIER, Roles.ADMIN})
public class WalletService {

  /** No single deposit is larger: a mistyped amount should be seen. */
  static final Money LARGEST_DEPOSIT = Money.ofSum(10_000_000_000L);

  private static final String MINE =
      """
      select w.balance, w.is_active, w.created_at, coalesce(
        (select -sum(p.amount) from postings p join ledger_accounts a on a.id = p.account_id
         where a.kind = 'receivable' and a.user_id = w.user_id), 0) as owed
      from wallets w where w.user_id = ?
      """;

  private static final String LINES =
      """
      select t.id, t.type, t.amount, t.balance_before, t.balance_after, t.reference_type,
        case when t.reference_type <> 'order' then t.reference_id end as reference_id,
        o.order_number, t.description, t.created_at
      from wallets w join wallet_transactions t on t.wallet_id = w.id
        join postings p on p.id = t.posting_id left join orders o on o.id = p.order_id
      where w.user_id = ? and t.id < ? order by t.id desc limit ?
      """;

  private static final String RECORD =
      """
      insert into deposits (user_id, amount, source, reference, note, recorded_by)
      select w.user_id, ?, cast(? as deposit_source_enum), ?, ?, ?
      from wallets w where w.user_id = ? returning id
      """;

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject Ledger ledger;
  @Inject BankLines bankLines;

  /** The wallet of whoever asks. */
  public WalletView mine() {
    long user = actors.userId();
    return sql.first(
            MINE,
            row ->
                new WalletView(
                    row.money("balance"),
                    row.money("owed"),
                    row.bool("is_active"),
                    row.instant("created_at")),
            user)
        .orElseThrow(() -> new NotFound("wallet of user", user));
  }

  /** Its lines, newest first. */
  public Page<WalletLine> transactions(PageRequest request) {
    List<WalletLine> lines =
        sql.list(
            LINES,
            row ->
                new WalletLine(
                    row.longValue("id"),
                    row.enumValue("type", TransactionType.class),
                    row.money("amount"),
                    row.money("balance_before"),
                    row.money("balance_after"),
                    row.stringOrNull("reference_type"),
                    row.longOrNull("reference_id"),
                    row.stringOrNull("order_number"),
                    row.stringOrNull("description"),
                    row.instant("created_at")),
            actors.userId(),
            request.afterId(Long.MAX_VALUE),
            request.fetchSize());
    return Page.of(lines, request, line -> Cursor.of(line.id()));
  }

  /**
   * Books money that has come in by bank or over the till; it settles first what its owner owes.
   *
   * @throws NotFound if nobody has a wallet under this id
   * @throws Conflict {@code deposit_already_recorded} if the reference was booked before, for
   *     whatever it was; {@code own_money}
   */
  @Allow(Permissions.ACCOUNTING_RECORD)
  @FreshSession
  @Elevated
  public DepositReceipt recordDeposit(long userId, RecordDeposit deposit) {
    Money amount = deposit.amount();
    if (!amount.isPositive() || amount.compareTo(LARGEST_DEPOSIT) > 0) {
      throw InvalidInput.of("amount", "positive_up_to", LARGEST_DEPOSIT);
    }
    actors.requireUninvolved(userId);
    DepositReceipt receipt = book(userId, deposit);
    audit.record("deposit.recorded", "deposit", receipt.id(), null, receipt);
    return receipt;
  }

  private DepositReceipt book(long userId, RecordDeposit deposit) {
    Money unused = requireWallet(userId);
    String reference = deposit.reference().strip();
    if (!bankLines.use(deposit.source(), BankLines.Direction.IN, reference)) {
      throw new Conflict("deposit_already_recorded", "This reference has been booked before.");
    }
    long id =
        sql.one(
            RECORD,
            row -> row.longValue("id"),
            deposit.amount(),
            deposit.source(),
            reference,
            deposit.note(),
            actors.current().name(),
            userId);
    AccountKind clearing =
        switch (deposit.source()) {
          case BANK -> AccountKind.BANK_CLEARING;
          case CASH -> AccountKind.CASH_CLEARING;
        };
    long entry =
        ledger.post(
            TransactionType.DEPOSIT,
            "deposit",
            id,
            "Deposit " + reference,
            List.of(
                Leg.platform(clearing, deposit.amount().negate(), null),
                Leg.earning(userId, deposit.amount(), null)));
    return new DepositReceipt(
        id, entry, userId, deposit.amount(), deposit.source(), reference, requireWallet(userId));
  }

  private Money requireWallet(long userId) {
    return sql.first(
            "select balance from wallets where user_id = ?", row -> row.money("balance"), userId)
        .orElseThrow(() -> new NotFound("user", userId));
  }
}
