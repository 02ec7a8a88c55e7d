package uz.gogomarket.wallets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import uz.gogomarket.platform.Sql;

/**
 * Looks for whatever must not be in the books and in the orders' histories, and for money that
 * nobody will ever get: what an order holds at its end is what its pending refunds need. One
 * statement, so that it sees one moment.
 */
@ApplicationScoped
class BooksCheck {

  private static final String FINDINGS =
      """
      with account_sum as (
        select account_id, sum(amount) as amount from postings group by account_id),
      line_sum as (
        select wallet_id, sum(amount) as amount from wallet_transactions group by wallet_id),
      line as (
        select t.id, t.wallet_id, t.posting_id, t.amount, t.balance_before, t.created_at,
          coalesce(lag(t.balance_after) over before, 0) as continues,
          lag(t.created_at) over before as follows
        from wallet_transactions t window before as (partition by t.wallet_id order by t.id)),
      step as (
        select order_id, created_at, lag(created_at) over before as follows
        from order_status_history window before as (partition by order_id order by id))
      select 'entry_unbalanced' as rule, entry_id as subject, 0::numeric as expected,
          sum(amount) as found
        from postings group by entry_id having sum(amount) <> 0
      union all
      select 'total_not_zero', 0, 0, sum(amount) from account_sum having sum(amount) <> 0
      union all
      select 'wallet_differs_from_lines', w.id, coalesce(l.amount, 0), w.balance
        from wallets w left join line_sum l on l.wallet_id = w.id
        where w.balance <> coalesce(l.amount, 0)
      union all
      select 'wallet_differs_from_postings', w.id, coalesce(s.amount, 0), w.balance
        from wallets w left join account_sum s on s.account_id = w.account_id
        where w.balance <> coalesce(s.amount, 0)
      union all
      select 'line_does_not_continue', id, continues, balance_before
        from line where balance_before <> continues
      union all
      select 'line_goes_back_in_time', id, null, null from line where created_at < follows
      union all
      select distinct 'history_goes_back_in_time', order_id, null::numeric, null::numeric
        from step where created_at < follows
      union all
      select 'line_differs_from_posting', l.id, p.amount, l.amount
        from line l join postings p on p.id = l.posting_id join wallets w on w.id = l.wallet_id
        where p.amount <> l.amount or p.account_id <> w.account_id
      union all
      select 'posting_without_line', p.id, p.amount, 0
        from postings p join wallets w on w.account_id = p.account_id
        where not exists (select from wallet_transactions t where t.posting_id = p.id)
      union all
      select 'order_gave_out_too_much', coalesce(p.order_id, 0), 0, sum(p.amount)
        from postings p join ledger_accounts a on a.id = p.account_id
        where a.kind in ('escrow', 'cash_on_delivery')
        group by p.order_id, a.kind having sum(p.amount) < 0 or p.order_id is null
      union all
      select 'order_ended_with_money_left', o.id, coalesce(r.promised, 0), coalesce(h.held, 0)
        from orders o
        left join (
          select p.order_id, sum(p.amount) as held
          from postings p join ledger_accounts a on a.id = p.account_id
          where a.kind in ('escrow', 'cash_on_delivery') group by p.order_id) h on h.order_id = o.id
        left join (
          select order_id, sum(amount) as promised
          from refunds where status = 'pending' group by order_id) r on r.order_id = o.id
        where (o.status in ('cancelled', 'refunded') or o.settled_at is not null)
          and coalesce(h.held, 0) <> coalesce(r.promised, 0)
      union all
      select 'debt_below_zero', a.user_id, 0, s.amount
        from account_sum s join ledger_accounts a on a.id = s.account_id
        where a.kind in ('receivable', 'courier_cash') and s.amount > 0
      order by rule, subject limit ?
      """;

  private static final String COUNTS =
      """
      select (select count(*) from journal_entries) as entries,
        (select count(*) from wallets) as wallets
      """;

  @Inject Sql sql;
  @Inject Clock clock;

  LedgerProof run() {
    Instant start = clock.instant();
    List<LedgerProof.Finding> findings =
        sql.list(
            FINDINGS,
            row ->
                new LedgerProof.Finding(
                    row.string("rule"),
                    row.longValue("subject"),
                    row.moneyOrNull("expected"),
                    row.moneyOrNull("found")),
            LedgerProof.MAX_FINDINGS);
    return sql.one(
        COUNTS,
        row ->
            new LedgerProof(
                start,
                Math.toIntExact(Duration.between(start, clock.instant()).toMillis()),
                row.longValue("entries"),
                row.longValue("wallets"),
                findings.isEmpty(),
                findings));
  }
}
