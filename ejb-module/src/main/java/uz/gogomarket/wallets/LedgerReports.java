package uz.gogomarket.wallets;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Sql;

/** What accounting sees of the journal. */
@Stateless
@Allow(Permissions.ACCOUNTING_READ)
public class LedgerReports {

  private static final String TOTALS =
      """
      select a.kind, count(distinct a.id) as accounts,
        coalesce(sum(p.amount) filter (where p.amount > 0), 0) as credits,
        coalesce(-sum(p.amount) filter (where p.amount < 0), 0) as debits,
        coalesce(sum(p.amount), 0) as balance
      from ledger_accounts a left join postings p on p.account_id = a.id
      group by a.kind order by a.kind
      """;

  private static final String ESCROW_OF_ORDERS =
      """
      select h.order_id, o.order_number, h.amount
      from (
        select p.order_id, sum(p.amount) as amount
        from ledger_accounts a join postings p on p.account_id = a.id
        where a.kind = 'escrow' and p.order_id > ?
        group by p.order_id having sum(p.amount) <> 0
        order by p.order_id limit ?) h
      join orders o on o.id = h.order_id
      order by h.order_id
      """;

  private static final String ORDERS_IN_ESCROW =
      """
      select count(*) as orders from (
        select from ledger_accounts a join postings p on p.account_id = a.id
        where a.kind = 'escrow' group by p.order_id having sum(p.amount) <> 0) held
      """;

  @Inject Sql sql;
  @Inject BooksCheck check;

  /** The trial balance, with a proof made now. */
  public LedgerReport report() {
    List<AccountTotal> totals =
        sql.list(
            TOTALS,
            row ->
                new AccountTotal(
                    row.enumValue("kind", AccountKind.class),
                    row.longValue("accounts"),
                    row.money("credits"),
                    row.money("debits"),
                    row.money("balance")));
    return new LedgerReport(
        totals,
        Money.sum(totals.stream().map(AccountTotal::balance).toList()),
        sql.one(ORDERS_IN_ESCROW, row -> row.longValue("orders")),
        check.run());
  }

  /** The orders that hold money, by id. */
  public Page<OrderEscrow> escrow(PageRequest request) {
    List<Found> orders =
        sql.list(
            ESCROW_OF_ORDERS,
            row ->
                new Found(
                    row.longValue("order_id"),
                    new OrderEscrow(row.string("order_number"), row.money("amount"))),
            request.afterId(0),
            request.fetchSize());
    Page<Found> page = Page.of(orders, request, found -> Cursor.of(found.id()));
    return new Page<>(page.items().stream().map(Found::escrow).toList(), page.nextCursor());
  }

  private record Found(long id, OrderEscrow escrow) {}
}
