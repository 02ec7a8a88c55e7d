package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uz.gogomarket.commissions.CommissionCase;
import uz.gogomarket.commissions.CommissionRuleService;
import uz.gogomarket.commissions.CommissionRuleView;
import uz.gogomarket.commissions.CommissionService;
import uz.gogomarket.commissions.CommissionShare;
import uz.gogomarket.commissions.CommissionStatus;
import uz.gogomarket.commissions.CommissionView;
import uz.gogomarket.commissions.ItemCommission;
import uz.gogomarket.commissions.SaveCommissionRule;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Sql;

@ContainerTest
class CommissionsIT {

  private static final Money PRICE = Money.ofSum(100_000);

  @Inject Accounts accounts;
  @Inject Actors actors;
  @Inject CommissionService commissions;
  @Inject CommissionRuleService rules;
  @Inject Sql sql;
  @Inject Goods goods;
  @Resource UserTransaction transaction;

  @Test
  void a_rule_for_a_category_decides_for_all_below_it_and_a_change_is_seen_at_once()
      throws Exception {
    long seller = accounts.newUser("seller");
    long top = category(null);
    long below = category(top);
    assertThat(share(seller, below).rate()).isEqualByComparingTo("10");

    CommissionRuleView rule =
        asSystem(() -> rules.create(rule(seller, top, "4.00", null, null, true)));
    CommissionShare share = share(seller, below);
    assertThat(share.ruleId()).isEqualTo(rule.id());
    assertThat(share.amount()).isEqualTo(Money.ofSum(4_000));
    assertThat(share(seller, category(null)).rate()).isEqualByComparingTo("10");

    asSystem(
        () ->
            rules.update(rule.id(), rule.version(), rule(seller, top, "4.00", null, null, false)));
    assertThat(share(seller, below).rate()).isEqualByComparingTo("10");
  }

  @Test
  void the_order_of_the_rules_decides_between_two_that_match() throws Exception {
    long seller = accounts.newUser("seller");
    long category = category(null);
    CommissionRuleView first =
        asSystem(() -> rules.create(rule(seller, null, "6.00", null, null, true)));
    CommissionRuleView second =
        asSystem(() -> rules.create(rule(seller, category, "2.00", null, null, true)));
    assertThat(share(seller, category).ruleId()).isEqualTo(first.id());

    asSystem(() -> rules.move(second.id(), second.version(), first.id()));

    assertThat(share(seller, category).ruleId()).isEqualTo(second.id());
  }

  @Test
  void a_campaign_decides_only_while_it_runs() throws Exception {
    long seller = accounts.newUser("seller");
    long category = category(null);
    Instant now = Instant.now();
    Duration day = Duration.ofDays(1);
    asSystem(
        () ->
            rules.create(rule(seller, null, "1.00", now.plus(day), now.plus(day).plus(day), true)));
    asSystem(
        () ->
            rules.create(
                rule(seller, null, "2.00", now.minus(day).minus(day), now.minus(day), true)));
    assertThat(share(seller, category).rate()).isEqualByComparingTo("10");

    asSystem(() -> rules.create(rule(seller, null, "3.00", now.minus(day), now.plus(day), true)));

    assertThat(share(seller, category).rate()).isEqualByComparingTo("3");
  }

  @Test
  void what_is_settled_and_given_back_adds_up_item_by_item() throws Exception {
    long seller = accounts.newUser("seller");
    long[] order = orderOfThreeItems(seller);
    List<ItemCommission> items =
        List.of(
            item(order[0], order[1], seller, "10.01"),
            item(order[0], order[2], seller, "20.02"),
            item(order[0], order[3], seller, "0.00"));
    asSystem(() -> commissions.freeze(items));
    assertThat(mine(seller))
        .extracting(CommissionView::status)
        .containsOnly(CommissionStatus.PENDING);

    asSystem(() -> commissions.settle(order[0], Money.of("20.01")));
    assertThat(paid(seller)).isEqualTo(Money.of("20.01"));
    asSystem(() -> commissions.settle(order[0], Money.of("20.01")));
    assertThat(paid(seller)).isEqualTo(Money.of("20.01"));

    asSystem(() -> commissions.giveBack(order[0], Money.of("5.01")));
    assertThat(paid(seller)).isEqualTo(Money.ofSum(15));
    asSystem(() -> commissions.cancel(order[0]));
    assertThat(mine(seller)).extracting(CommissionView::status).containsOnly(CommissionStatus.PAID);
    assertThat(mine(accounts.newUser("seller"))).isEmpty();
  }

  @Test
  void a_rule_that_is_deleted_while_somebody_buys_still_decides() throws Exception {
    long seller = accounts.newUser("seller");
    long[] order = orderOfThreeItems(seller);
    CommissionRuleView rule =
        asSystem(() -> rules.create(rule(seller, null, "4.00", null, null, true)));
    CommissionShare share = share(seller, category(null));
    assertThat(share.ruleId()).isEqualTo(rule.id());
    asSystem(() -> rules.delete(rule.id(), rule.version()));

    asSystem(
        () ->
            commissions.freeze(
                List.of(new ItemCommission(order[0], order[1], seller, PRICE, share))));

    assertThat(mine(seller)).extracting(CommissionView::amount).containsExactly(share.amount());
  }

  private static ItemCommission item(long order, long item, long seller, String commission) {
    return new ItemCommission(
        order,
        item,
        seller,
        Money.ofSum(1_000),
        new CommissionShare(null, new BigDecimal("2.00"), Money.of(commission)));
  }

  private CommissionShare share(long seller, long category) {
    CommissionCase item = new CommissionCase(seller, category, PRICE, PRICE, Money.ZERO);
    return asSystem(() -> commissions.assess(List.of(item))).get(0);
  }

  private List<CommissionView> mine(long seller) {
    return actors
        .runAs(
            Actor.user(seller, Set.of("seller"), "test"),
            () -> commissions.mine(null, PageRequest.first(100)))
        .items();
  }

  private Money paid(long seller) {
    return Money.sum(mine(seller).stream().map(CommissionView::paidAmount).toList());
  }

  private static SaveCommissionRule rule(
      long seller,
      @Nullable Long category,
      String rate,
      @Nullable Instant from,
      @Nullable Instant to,
      boolean active) {
    return new SaveCommissionRule(
        "Test", seller, category, null, null, from, to, new BigDecimal(rate), active);
  }

  private long category(@Nullable Long parent) {
    return goods.newCategoryOf(parent, null).id();
  }

  /** The ids of an order and of its three items. */
  private long[] orderOfThreeItems(long seller) throws Exception {
    long buyer = accounts.newUser();
    long category = category(null);
    return committed(
        () -> {
          long order =
              sql.one(
                  """
                  with checkout as (
                    insert into checkouts (checkout_number, buyer_id, status, payment_method,
                      total_amount)
                    values ('T' || nextval('checkout_numbers'), ?, 'paid', 'gogomoney', 3000)
                    returning id, buyer_id),
                  ordered as (
                    insert into orders (order_number, checkout_id, buyer_id, seller_id,
                      payment_method, subtotal, total_amount)
                    select 'T' || nextval('order_numbers'), id, buyer_id, ?, 'gogomoney', 3000, 3000
                    from checkout returning id),
                  history as (
                    insert into order_status_history (order_id, status, actor)
                    select id, 'pending', 'test' from ordered)
                  select id from ordered
                  """,
                  row -> row.longValue("id"),
                  buyer,
                  seller);
          long product =
              sql.one(
                  """
                  insert into products (seller_id, category_id, name, slug, description, base_price)
                  values (?, ?, 'Test', ?, 'Test', 1000) returning id
                  """,
                  row -> row.longValue("id"),
                  seller,
                  category,
                  "test-" + UUID.randomUUID());
          List<Long> items =
              sql.list(
                  """
                  insert into order_items (order_id, product_id, product_name, quantity, unit_price,
                    subtotal)
                  select ?, ?, 'Test', 1, 1000, 1000 from generate_series(1, 3) returning id
                  """,
                  row -> row.longValue("id"),
                  order,
                  product);
          return new long[] {order, items.get(0), items.get(1), items.get(2)};
        });
  }

  private <T> T committed(Supplier<T> work) throws Exception {
    transaction.begin();
    T result;
    try {
      result = asSystem(work);
    } catch (RuntimeException e) {
      transaction.rollback();
      throw e;
    }
    transaction.commit();
    return result;
  }

  private void asSystem(Runnable work) {
    actors.runAsSystem("test", work);
  }

  private <T> T asSystem(Supplier<T> work) {
    return actors.runAsSystem("test", work);
  }
}
