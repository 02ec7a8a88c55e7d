package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.StockLine;
import uz.gogomarket.catalog.StockService;
import uz.gogomarket.dispatch.DoorCashService;
import uz.gogomarket.dispatch.HandInCash;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;

/**
 * What touches the same rows at the same moment waits for each other, but never in a circle. Nobody
 * tries again here: the doors do that, and would hide it.
 */
@ContainerTest
class DeadlocksIT {

  private static final int PIECES = 3;

  @Inject Trade trade;
  @Inject Goods goods;
  @Inject Accounts accounts;
  @Inject ManagedThreads threads;
  @Inject Sql sql;
  @Inject StockService stock;
  @Inject OrderFlow flow;
  @Inject DoorCashService doorCash;

  @RepeatedTest(10)
  void the_last_units_of_a_products_variants() {
    long seller = goods.newSeller();
    long category = goods.newCategoryOf(null, null).id();
    SellerProduct shirt =
        goods.onSaleInColours(seller, category, "Koʻylak", 1, "oq", "qora", "koʻk", "qizil");
    List<StockLine> all =
        shirt.variants().stream()
            .map(each -> new StockLine(ItemRef.variant(shirt.id(), each.id()), 1))
            .toList();
    List<Callable<?>> buyers = new ArrayList<>();
    buyers.add(() -> take(all));
    all.forEach(line -> buyers.add(() -> take(List.of(line))));

    List<Boolean> bought = threads.atOnce(buyers.toArray(Callable[]::new));

    assertThat(bought).contains(true);
    long left = left(shirt.id());
    assertThat(left).isEqualTo(bought.get(0) ? 0 : all.size() - sold(bought));
  }

  @RepeatedTest(3)
  void hand_ins_of_two_couriers_who_carry_refunds_of_the_same_buyers() {
    long first = trade.newBuyer();
    long second = trade.newBuyer();
    long one = accounts.newUser(Roles.COURIER);
    long other = accounts.newUser(Roles.COURIER);
    OrderFacts a = refundedAtTheDoor(first, one);
    OrderFacts b = refundedAtTheDoor(second, other);
    OrderFacts c = refundedAtTheDoor(second, one);
    OrderFacts d = refundedAtTheDoor(first, other);

    assertThat(threads.atOnce(() -> handIn(one, a, c), () -> handIn(other, b, d)))
        .containsOnly(true);

    Money back = trade.balance(first).plus(trade.balance(second));
    assertThat(back).isEqualTo(Money.sum(List.of(Trade.PURSE, Trade.PURSE, goodsOf(a, b, c, d))));
  }

  @RepeatedTest(3)
  void whole_refunds_between_two_who_buy_from_and_deliver_to_each_other() {
    long one = trade.newBuyer();
    long other = trade.newBuyer();
    Trade.Parties parties = trade.newParties();
    OrderFacts ofOne = bought(one, parties.item(), PaymentMethod.GOGOMONEY);
    OrderFacts ofOther = bought(other, parties.item(), PaymentMethod.GOGOMONEY);
    OrderFacts byOther = trade.delivered(ofOne, other);
    OrderFacts byOne = trade.delivered(ofOther, one);

    assertThat(threads.atOnce(() -> refund(byOther), () -> refund(byOne))).containsOnly(true);

    assertThat(trade.balance(one)).isEqualTo(trade.balance(other));
  }

  @RepeatedTest(3)
  void cancelling_and_refunding_siblings_of_one_checkout_paid_in_cash() {
    long buyer = trade.newBuyer();
    long courier = accounts.newUser(Roles.COURIER);
    List<ItemRef> items = List.of(trade.newParties().item(), trade.newParties().item());
    OrderFacts first = trade.bought(buyer, items, PIECES, PaymentMethod.CASH);
    OrderFacts second = siblingOf(first);
    OrderFacts paid = trade.delivered(second, courier);
    trade.takeCash(paid, courier);

    assertThat(threads.atOnce(() -> cancel(first), () -> refund(paid))).containsOnly(true);
  }

  @RepeatedTest(3)
  void cancelling_one_order_and_refunding_all_of_another_of_the_same_buyer_and_goods() {
    Trade.Parties parties = trade.newParties();
    OrderFacts first = trade.bought(parties, PIECES, PaymentMethod.GOGOMONEY);
    OrderFacts second = trade.bought(parties, PIECES, PaymentMethod.GOGOMONEY);

    assertThat(threads.atOnce(() -> cancel(first), () -> refund(second))).containsOnly(true);

    assertThat(trade.balance(parties.buyer())).isEqualTo(Trade.PURSE);
  }

  @Test
  void orders_of_one_checkout_are_cancelled_at_the_same_moment_and_end_it() {
    long buyer = trade.newBuyer();
    List<ItemRef> items = List.of(trade.newParties().item(), trade.newParties().item());
    OrderFacts first = trade.bought(buyer, items, PIECES, PaymentMethod.CASH);
    OrderFacts second = siblingOf(first);

    assertThat(threads.atOnce(() -> cancel(first), () -> cancel(second))).containsOnly(true);

    String checkout =
        read(
            () ->
                sql.one(
                    "select status from checkouts where id = ?",
                    row -> row.string("status"),
                    first.checkoutId()));
    assertThat(checkout).isEqualTo("cancelled");
  }

  /** In a transaction, since nobody acts outside of one. */
  private <T> T read(Supplier<T> work) {
    return threads.inTransaction(() -> trade.asSystem(work));
  }

  private boolean take(List<StockLine> lines) {
    trade.asSystem(
        () -> {
          stock.take(lines);
          return true;
        });
    return true;
  }

  private static long sold(List<Boolean> bought) {
    return bought.stream().skip(1).filter(done -> done).count();
  }

  private long left(long product) {
    return read(
        () ->
            sql.one(
                "select sum(stock_quantity) as n from product_variants where product_id = ?",
                row -> row.longValue("n"),
                product));
  }

  private OrderFacts bought(long buyer, ItemRef item, PaymentMethod method) {
    return trade.bought(buyer, item, PIECES, method);
  }

  /** Paid to the courier, and promised back to the buyer's wallet. */
  private OrderFacts refundedAtTheDoor(long buyer, long courier) {
    OrderFacts order =
        trade.delivered(bought(buyer, trade.newParties().item(), PaymentMethod.CASH), courier);
    trade.takeCash(order, courier);
    trade.asSystem(() -> flow.refund(order.id(), order.goods(), "for a test"));
    return order;
  }

  private static Money goodsOf(OrderFacts... orders) {
    return Money.sum(List.of(orders).stream().map(OrderFacts::goods).toList());
  }

  private Object handIn(long courier, OrderFacts... orders) {
    List<String> numbers = List.of(orders).stream().map(OrderFacts::orderNumber).toList();
    Money total = Money.sum(List.of(orders).stream().map(OrderFacts::total).toList());
    return trade.asSystem(() -> doorCash.handIn(new HandInCash(courier, numbers, total)));
  }

  private Object refund(OrderFacts order) {
    return trade.asSystem(() -> flow.refund(order.id(), order.total(), "for a test"));
  }

  private Object cancel(OrderFacts order) {
    return trade.asSystem(() -> flow.cancel(order.id(), "for a test"));
  }

  private OrderFacts siblingOf(OrderFacts order) {
    long id =
        read(
            () ->
                sql.one(
                    "select id from orders where checkout_id = ? and id <> ?",
                    row -> row.longValue("id"),
                    order.checkoutId(),
                    order.id()));
    return trade.asSystem(() -> flow.facts(id));
  }
}
