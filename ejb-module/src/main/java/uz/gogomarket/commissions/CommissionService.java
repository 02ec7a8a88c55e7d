package uz.gogomarket.commissions;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;

/** Computes the platform's shares, freezes them with an order, and says what became of them. */
@Stateless
@Internal
public class CommissionService {

  /** A rule that was deleted since it decided is not named; one that is named stays from now on. */
  private static final String FREEZE =
      """
      with share as (
        select * from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]),
            cast(? as bigint[]), cast(? as numeric[]), cast(? as numeric[]), cast(? as numeric[]))
          as s (order_id, order_item_id, rule_id, seller_id, rate, amount, price)),
      rule as materialized (
        select id from commission_rules where id in (select rule_id from share)
        order by id for key share)
      insert into commissions (order_id, order_item_id, rule_id, seller_id, commission_rate,
        commission_amount, order_amount)
      select s.order_id, s.order_item_id, r.id, s.seller_id, s.rate, s.amount, s.price
      from share s left join rule r on r.id = s.rule_id
      """;

  private static final String LOCK =
      """
      select id, commission_amount as amount, coalesce(paid_amount, 0) as paid
      from commissions where order_id = ? and status = ? order by id for no key update
      """;

  private static final String PAY =
      """
      update commissions c set status = 'paid', paid_amount = p.amount,
        paid_at = coalesce(c.paid_at, ?)
      from unnest(cast(? as bigint[]), cast(? as numeric[])) as p (id, amount)
      where c.id = p.id
      """;

  private static final String MINE =
      """
      select c.id, o.order_number, c.order_item_id, c.commission_rate as rate, c.order_amount,
        c.commission_amount as amount, c.status, c.paid_amount, c.paid_at, c.created_at
      from commissions c join orders o on o.id = c.order_id
      """;

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Clock clock;
  @Inject CommissionRules rules;

  /** The platform's share of each item, in the items' order, by the rules of this moment. */
  @Elevated
  public List<CommissionShare> assess(List<CommissionCase> items) {
    CommissionPolicy policy = rules.current();
    Instant now = clock.instant();
    return items.stream().map(item -> policy.shareOf(item, now)).toList();
  }

  /** Keeps the shares of a checkout's items, once per item. */
  @Elevated
  public void freeze(List<ItemCommission> items) {
    if (items.isEmpty()) {
      return;
    }
    sql.update(
        FREEZE,
        column(items, ItemCommission::orderId),
        column(items, ItemCommission::orderItemId),
        column(items, item -> item.share().ruleId()),
        column(items, ItemCommission::sellerId),
        column(items, item -> item.share().rate()),
        column(items, item -> item.share().amount()),
        column(items, ItemCommission::pricePaid));
  }

  /**
   * The order has been settled: divides what was taken among its items, in proportion to what was
   * frozen; the last takes the remainder.
   *
   * @param taken the commission that the settlement posted, reduced by refunds
   */
  @Elevated
  public void settle(long orderId, Money taken) {
    pay(orderId, CommissionStatus.PENDING, Frozen::amount, taken);
  }

  /** The order was cancelled, or refunded in full, before it was settled. */
  @Elevated
  public void cancel(long orderId) {
    sql.update(
        "update commissions set status = 'cancelled'"
            + " where order_id = ? and status = 'pending'",
        orderId);
  }

  /** The caller's own commissions, newest first. */
  @Allow(Roles.SELLER)
  public Page<CommissionView> mine(@Nullable CommissionStatus status, PageRequest request) {
    List<CommissionView> rows =
        sql.list(
            Query.of(MINE)
                .where("c.seller_id = ?", actors.userId())
                .whereGiven("c.status = ?", status)
                .newestFirst("c.id", request),
            CommissionView.class);
    return Page.of(rows, request, commission -> Cursor.of(commission.id()));
  }

  /** Part of a settled order's commission was given back: it goes off what each item has paid. */
  @Elevated
  public void giveBack(long orderId, Money amount) {
    Money left = paidOf(orderId).minus(amount).max(Money.ZERO);
    pay(orderId, CommissionStatus.PAID, Frozen::paid, left);
  }

  private Money paidOf(long orderId) {
    return Money.sum(lock(orderId, CommissionStatus.PAID).stream().map(Frozen::paid).toList());
  }

  private void pay(
      long orderId, CommissionStatus status, Function<Frozen, Money> weight, Money total) {
    List<Frozen> frozen = lock(orderId, status);
    if (frozen.isEmpty()) {
      return;
    }
    sql.update(
        PAY,
        clock.instant(),
        frozen.stream().map(Frozen::id).toList(),
        total.split(frozen.stream().map(weight).toList()));
  }

  private List<Frozen> lock(long orderId, CommissionStatus status) {
    return sql.list(LOCK, Frozen.class, orderId, status);
  }

  private static List<@Nullable Object> column(
      List<ItemCommission> items, Function<ItemCommission, @Nullable Object> value) {
    return items.stream().map(value).toList();
  }

  private record Frozen(long id, Money amount, Money paid) {}
}
