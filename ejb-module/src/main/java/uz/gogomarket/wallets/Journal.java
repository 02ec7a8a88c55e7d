package uz.gogomarket.wallets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Sql;

/** The journal's statements. */
@ApplicationScoped
class Journal {

  private static final String OPEN =
      """
      with account as (
        insert into ledger_accounts (kind, user_id)
        select 'wallet', u from unnest(cast(? as bigint[])) as u order by u
        on conflict on constraint one_account_of_a_kind do nothing
        returning id, user_id)
      insert into wallets (user_id, account_id)
      select user_id, id from account order by user_id
      on conflict (user_id) do nothing
      """;

  private static final String LOCK =
      """
      select user_id, balance, is_active from wallets
      where user_id = any (cast(? as bigint[])) order by user_id for no key update
      """;

  private static final String SUMS =
      """
      select a.kind, a.user_id as subject, sum(p.amount) as amount
      from ledger_accounts a join postings p on p.account_id = a.id
      where a.kind = 'receivable' and a.user_id = any (cast(? as bigint[]))
      group by a.kind, a.user_id
      union all
      select a.kind, p.order_id, sum(p.amount)
      from postings p join ledger_accounts a on a.id = p.account_id
      where a.kind in ('escrow', 'cash_on_delivery') and p.order_id = any (cast(? as bigint[]))
      group by a.kind, p.order_id
      """;

  private static final String FUNDS =
      """
      select
        coalesce(sum(p.amount) filter (where a.kind = 'escrow'), 0) as escrow,
        coalesce(sum(p.amount) filter (where a.kind = 'cash_on_delivery'), 0) as cash_on_delivery,
        coalesce(-sum(p.amount) filter (where a.kind = 'escrow' and e.type = 'earning'), 0)
          as released,
        coalesce(sum(p.amount) filter (where a.kind = 'commission_revenue'), 0) as commission,
        coalesce(sum(p.amount) filter (where a.kind = 'tax_payable'), 0) as tax
      from postings p join ledger_accounts a on a.id = p.account_id
        join journal_entries e on e.id = p.entry_id
      where p.order_id = ?
      """;

  /** The wallets are locked: their balances are the newest, and the lines continue from them. */
  private static final String WRITE =
      """
      with leg as (
        select n, kind, user_id, amount, order_id
        from unnest(cast(? as ledger_account_kind_enum[]), cast(? as bigint[]),
                    cast(? as numeric[]), cast(? as bigint[]))
             with ordinality as l (kind, user_id, amount, order_id, n)),
      opened as (
        insert into ledger_accounts (kind, user_id)
        select distinct l.kind, l.user_id from leg l
        where l.user_id is not null and not exists (
          select from ledger_accounts a where a.kind = l.kind and a.user_id = l.user_id)
        returning id, kind, user_id),
      account as (
        select l.n, a.id from leg l join ledger_accounts a
          on a.kind = l.kind and a.user_id = l.user_id
        union all
        select l.n, a.id from leg l join ledger_accounts a
          on a.kind = l.kind and a.user_id is null where l.user_id is null
        union all
        select l.n, o.id from leg l join opened o on o.kind = l.kind and o.user_id = l.user_id),
      entry as (
        insert into journal_entries (type, reference_type, reference_id, description, recorded_by)
        values (cast(? as transaction_type_enum), ?, ?, ?, ?)
        returning id, type, reference_type, reference_id, description),
      posted as (
        insert into postings (entry_id, account_id, amount, order_id)
        select e.id, a.id, l.amount, l.order_id
        from entry e cross join leg l left join account a on a.n = l.n order by l.n
        returning id, account_id, amount),
      line as (
        insert into wallet_transactions (wallet_id, posting_id, type, amount, balance_before,
          balance_after, reference_type, reference_id, description)
        select w.id, p.id, e.type, p.amount, w.balance + sum(p.amount) over lines - p.amount,
          w.balance + sum(p.amount) over lines, e.reference_type, e.reference_id, e.description
        from entry e cross join posted p join wallets w on w.account_id = p.account_id
        window lines as (partition by w.id order by p.id)
        order by p.id
        returning wallet_id, amount),
      moved as (
        update wallets w set balance = w.balance + m.amount
        from (select wallet_id, sum(amount) as amount from line group by wallet_id) m
        where w.id = m.wallet_id)
      select id from entry
      """;

  @Inject Sql sql;
  @Inject Actors actors;

  void open(Collection<Long> userIds) {
    sql.update(OPEN, userIds);
  }

  Map<Long, LockedWallet> lock(Collection<Long> userIds) {
    return sql
        .list(
            LOCK,
            row ->
                new LockedWallet(
                    row.longValue("user_id"), row.money("balance"), row.bool("is_active")),
            userIds)
        .stream()
        .collect(Collectors.toMap(LockedWallet::userId, Function.identity()));
  }

  Sums sums(Collection<Long> debtors, Collection<Long> orderIds) {
    List<Sum> sums =
        sql.list(
            SUMS,
            row ->
                new Sum(
                    row.enumValue("kind", AccountKind.class),
                    row.longValue("subject"),
                    row.money("amount")),
            debtors,
            orderIds);
    Map<Long, Money> debts = new HashMap<>();
    Map<Held, Money> held = new HashMap<>();
    for (Sum sum : sums) {
      if (sum.kind() == AccountKind.RECEIVABLE) {
        debts.put(sum.subject(), sum.amount().negate());
      } else {
        held.put(new Held(sum.kind(), sum.subject()), sum.amount());
      }
    }
    return new Sums(debts, held);
  }

  OrderFunds fundsOf(long orderId) {
    return sql.one(
        FUNDS,
        row ->
            new OrderFunds(
                row.money("escrow"),
                row.money("cash_on_delivery"),
                row.money("released"),
                row.money("commission"),
                row.money("tax")),
        orderId);
  }

  long write(Entry entry, List<Leg> postings) {
    return sql.one(
        WRITE,
        row -> row.longValue("id"),
        postings.stream().map(Leg::kind).toList(),
        texts(postings, Leg::userId),
        postings.stream().map(Leg::amount).toList(),
        texts(postings, Leg::orderId),
        entry.type(),
        entry.referenceType(),
        entry.referenceId(),
        entry.description(),
        actors.current().name());
  }

  /** Ids as text, since an array of them may hold nulls. */
  private static List<@Nullable String> texts(List<Leg> legs, Function<Leg, @Nullable Long> id) {
    return legs.stream().map(leg -> textOf(id.apply(leg))).toList();
  }

  private static @Nullable String textOf(@Nullable Long id) {
    return id == null ? null : id.toString();
  }

  record Entry(TransactionType type, String referenceType, long referenceId, String description) {}

  private record Sum(AccountKind kind, long subject, Money amount) {}

  record LockedWallet(long userId, Money balance, boolean active) {}

  /** An order on one of the accounts that hold money order by order. */
  record Held(AccountKind kind, long orderId) {
    static Held of(Leg leg) {
      return new Held(leg.kind(), Objects.requireNonNull(leg.orderId()));
    }
  }

  /** What users owe (positive), and what orders hold. */
  record Sums(Map<Long, Money> debts, Map<Held, Money> held) {
    static final Sums NONE = new Sums(Map.of(), Map.of());
  }
}
