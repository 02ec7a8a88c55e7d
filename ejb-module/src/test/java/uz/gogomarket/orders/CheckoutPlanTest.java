package uz.gogomarket.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import uz.gogomarket.cart.CartLine;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.OutOfStock;
import uz.gogomarket.catalog.SellableItem;
import uz.gogomarket.catalog.StockLine;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.ProblemException;
import uz.gogomarket.platform.Unprocessable;
import uz.gogomarket.shipping.ShippingQuote;

class CheckoutPlanTest {

  private static final long BUYER = 99;

  @Example
  void there_is_one_order_per_seller_in_the_order_of_their_ids() {
    CheckoutPlan plan =
        CheckoutPlan.of(
            List.of(line(1, 1, 2), line(2, 2, 1), line(3, 3, 1)),
            List.of(item(1, 20, 1000), item(2, 10, 500), item(3, 20, 300)),
            BUYER);

    assertThat(plan.orders()).extracting(PlannedOrder::sellerId).containsExactly(10L, 20L);
    assertThat(plan.orders().get(1).subtotal()).isEqualTo(Money.ofSum(2300));
    assertThat(plan.total()).isEqualTo(Money.ofSum(2800));
  }

  @Example
  void two_lines_of_one_item_are_one_and_count_together() {
    SellableItem item = item(1, 10, 1000);

    CheckoutPlan plan =
        CheckoutPlan.of(List.of(line(1, 1, 4), line(2, 1, 5)), List.of(item), BUYER);

    assertThat(plan.stock()).containsExactly(new StockLine(item.ref(), 9));
    assertThatThrownBy(
            () -> CheckoutPlan.of(List.of(line(1, 1, 6), line(2, 1, 5)), List.of(item), BUYER))
        .isInstanceOf(OutOfStock.class);
  }

  @Example
  void an_empty_cart_is_nothing_to_buy() {
    refused("cart_empty", () -> CheckoutPlan.of(List.of(), List.of(), BUYER));
  }

  @Example
  void nobody_buys_from_himself() {
    assertThatThrownBy(
            () -> CheckoutPlan.of(List.of(line(1, 1, 1)), List.of(item(1, BUYER, 1000)), BUYER))
        .isInstanceOfSatisfying(
            Unprocessable.class, e -> assertThat(e.code()).isEqualTo("own_product"));
  }

  @Example
  void what_is_gone_or_not_for_sale_is_refused() {
    refused("not_available", () -> CheckoutPlan.of(List.of(line(1, 1, 1)), List.of(), BUYER));
    refused(
        "not_available",
        () ->
            CheckoutPlan.of(
                List.of(line(1, 1, 1)), List.of(item(1, 10, 1000, false, true)), BUYER));
  }

  @Example
  void only_what_is_shipped_needs_a_delivery() {
    CheckoutPlan plan =
        CheckoutPlan.of(
            List.of(line(1, 1, 1), line(2, 2, 1)),
            List.of(item(1, 10, 1000, true, false), item(2, 20, 1000)),
            BUYER);

    CheckoutPlan brought = plan.broughtBy(List.of(quote(700, 900)));

    assertThat(plan.shipped()).extracting(PlannedOrder::sellerId).containsExactly(20L);
    assertThat(brought.orders().get(0).delivery()).isNull();
    assertThat(brought.orders().get(1).shipping()).isEqualTo(Money.ofSum(700));
    assertThat(brought.orders().get(1).courierFee()).isEqualTo(Money.ofSum(900));
    assertThat(brought.total()).isEqualTo(Money.ofSum(2700));
  }

  @Example
  void the_hold_is_the_longest_of_setting_and_return_windows() {
    CheckoutPlan plan = CheckoutPlan.of(List.of(line(1, 1, 1)), List.of(item(1, 10, 1000)), BUYER);

    assertThat(plan.orders().get(0).holdDays(14)).isEqualTo(30);
    assertThat(plan.orders().get(0).holdDays(45)).isEqualTo(45);
  }

  @Property
  void orders_and_quote_add_up_to_the_same_total(
      @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 0, max = 10_000_000) Long> prices,
      @ForAll @IntRange(min = 1, max = 10) int quantity) {
    List<CartLine> lines = new ArrayList<>();
    List<SellableItem> items = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      lines.add(line(i, i, quantity));
      items.add(item(i, i % 3 + 1, prices.get(i)));
    }
    CheckoutPlan plan = CheckoutPlan.of(lines, items, BUYER);
    CheckoutPlan brought =
        plan.broughtBy(plan.orders().stream().map(o -> quote(100, 100)).toList());
    CheckoutQuote quote = brought.quote();

    assertThat(quote.total()).isEqualTo(brought.total());
    assertThat(quote.total()).isEqualTo(quote.subtotal().plus(quote.shipping()));
    assertThat(Money.sum(quote.orders().stream().map(QuotedOrder::total).toList()))
        .isEqualTo(quote.total());
    assertThat(quote.tax()).isLessThanOrEqualTo(quote.subtotal());
  }

  private static void refused(String code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOf(Conflict.class)
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static CartLine line(long id, long productId, int quantity) {
    return new CartLine(id, ItemRef.product(productId), quantity, Money.ZERO);
  }

  private static SellableItem item(long productId, long sellerId, long price) {
    return item(productId, sellerId, price, true, true);
  }

  private static SellableItem item(
      long productId, long sellerId, long price, boolean sellable, boolean shipped) {
    return new SellableItem(
        ItemRef.product(productId),
        sellerId,
        "Seller " + sellerId,
        1,
        "Item " + productId,
        null,
        null,
        "item-" + productId,
        null,
        Map.of(),
        Money.ofSum(price),
        new BigDecimal("12.00"),
        new BigDecimal("1.5"),
        10,
        false,
        shipped,
        !shipped,
        1,
        null,
        sellable,
        30);
  }

  private static ShippingQuote quote(long cost, long fee) {
    return new ShippingQuote(
        1, 1, "Zone", Money.ofSum(cost), Money.ofSum(fee), new BigDecimal("3.4"), 24);
  }
}
