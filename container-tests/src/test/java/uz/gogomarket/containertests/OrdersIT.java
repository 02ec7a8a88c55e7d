package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.SellableItems;
import uz.gogomarket.orders.AbandonedOrders;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.orders.OrderStatus;
import uz.gogomarket.orders.SettlementService;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.wallets.Ledger;
import uz.gogomarket.wallets.WalletService;

/** The way of an order and the money at its end. */
@ContainerTest
class OrdersIT {

  private static final Money FEE = Purchases.FEE;

  @Inject Accounts accounts;
  @Inject Goods goods;
  @Inject Purchases purchases;
  @Inject ManagedThreads threads;
  @Inject Actors actors;
  @Inject Sql sql;
  @Inject Ledger ledger;
  @Inject WalletService wallets;
  @Inject SellableItems sellable;
  @Inject OrderFlow flow;
  @Inject SettlementService settlements;
  @Inject AbandonedOrders abandoned;

  private long seller;
  private long buyer;
  private long courier;
  private ItemRef item;

  @BeforeEach
  void somebodySellsAndSomebodyBuys() {
    seller = goods.newSeller();
    buyer = purchases.newBuyer();
    courier = accounts.newUser("courier");
    long category = goods.newCategoryOf(null, null).id();
    item = ItemRef.product(goods.onSale(seller, category, "Choynak", "33333.33", 100).id());
  }

  @Test
  void the_machine_is_the_one_in_the_database() {
    Set<String> inDatabase =
        Set.copyOf(
            asSystem(
                () ->
                    sql.list(
                        "select from_status || '>' || to_status as step from order_transitions",
                        row -> row.string("step"))));

    assertThat(
            Arrays.stream(OrderStatus.values())
                .flatMap(
                    from ->
                        from.next().stream()
                            .map(to -> EnumConverter.label(from) + ">" + EnumConverter.label(to))))
        .containsExactlyInAnyOrderElementsOf(inDatabase);
  }

  @Test
  void the_database_refuses_a_status_that_the_history_does_not_lead_to() {
    OrderFacts order = bought(1, PaymentMethod.GOGOMONEY);

    assertThatThrownBy(
            () ->
                threads.inTransaction(
                    () ->
                        asSystem(
                            () ->
                                sql.update(
                                    "insert into order_status_history (order_id, status, actor)"
                                        + " values (?, 'delivered', 'test')",
                                    order.id()))))
        .hasStackTraceContaining("cannot go from pending to delivered");
    assertThatThrownBy(
            () ->
                threads.inTransaction(
                    () ->
                        asSystem(
                            () ->
                                sql.update(
                                    "update orders set status = 'confirmed' where id = ?",
                                    order.id()))))
        .isInstanceOf(RuntimeException.class);
    assertThat(facts(order).status()).isEqualTo(OrderStatus.PENDING);
  }

  @Test
  void after_the_hold_everybody_gets_his_share_to_the_last_tiyin_and_only_once() {
    OrderFacts order = delivered(bought(3, PaymentMethod.GOGOMONEY));
    assertThat(settle(order)).isFalse();
    endHold(order);

    assertThat(settle(order)).isTrue();
    assertThat(settle(order)).isFalse();

    assertThat(escrow(order)).isEqualTo(Money.ZERO);
    assertThat(balance(courier)).isEqualTo(FEE);
    var funds = asSystem(() -> ledger.fundsOf(order.id()));
    assertThat(balance(seller).plus(FEE).plus(funds.commission()).plus(funds.tax()))
        .isEqualTo(order.total());
    assertThat(funds.commission()).isEqualTo(order.commission());
  }

  @Test
  void a_refund_makes_the_shares_smaller_and_they_still_add_up() {
    OrderFacts order = delivered(bought(3, PaymentMethod.GOGOMONEY));
    Money before = balance(buyer);
    Money refund = Money.of("20000.01");

    asSystem(() -> flow.refund(order.id(), refund, "scratched"));
    endHold(order);
    assertThat(settle(order)).isTrue();

    assertThat(balance(buyer)).isEqualTo(before.plus(refund));
    assertThat(facts(order).paymentStatus()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    var funds = asSystem(() -> ledger.fundsOf(order.id()));
    assertThat(balance(seller).plus(FEE).plus(funds.commission()).plus(funds.tax()).plus(refund))
        .isEqualTo(order.total());
    assertThat(escrow(order)).isEqualTo(Money.ZERO);
  }

  @Test
  void all_the_money_back_ends_the_order_and_the_courier_is_paid_all_the_same() {
    OrderFacts order = delivered(bought(1, PaymentMethod.GOGOMONEY));

    asSystem(() -> flow.refund(order.id(), order.total(), "broken"));

    assertThat(facts(order).status()).isEqualTo(OrderStatus.REFUNDED);
    assertThat(balance(buyer)).isEqualTo(Money.ofSum(1_000_000));
    assertThat(balance(seller)).isEqualTo(Money.ZERO);
    assertThat(balance(courier)).isEqualTo(FEE);
    assertThat(escrow(order)).isEqualTo(Money.ZERO);
    assertThatThrownBy(() -> asSystem(() -> flow.refund(order.id(), Money.of("0.01"), "more")))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_frozen_order_is_not_settled_until_it_thaws() {
    OrderFacts order = delivered(bought(1, PaymentMethod.GOGOMONEY));
    asSystem(() -> flow.freeze(order.id()));
    endHold(order);

    assertThat(settle(order)).isFalse();
    asSystem(() -> flow.unfreeze(order.id()));
    assertThat(settle(order)).isTrue();
    assertThatThrownBy(() -> asSystem(() -> flow.freeze(order.id())))
        .hasFieldOrPropertyWithValue("code", "not_disputable");
  }

  @Test
  void cash_that_is_not_handed_in_is_not_paid_out() {
    OrderFacts order = delivered(bought(1, PaymentMethod.CASH));
    endHold(order);

    assertThat(settle(order)).isFalse();
    assertThat(asSystem(() -> settlements.due(order.id() - 1, 1))).doesNotContain(order.id());
  }

  @Test
  void what_is_not_paid_in_time_gives_its_stock_back_once() {
    OrderFacts order = bought(5, PaymentMethod.BANK_TRANSFER);
    assertThat(left()).isEqualTo(95);
    assertThat(asSystem(() -> abandoned.expire(order.checkoutId()))).isFalse();
    change(
        "update checkouts set expires_at = now() - interval '1 minute' where id = ?",
        order.checkoutId());

    assertThat(asSystem(() -> abandoned.expire(order.checkoutId()))).isTrue();
    assertThat(asSystem(() -> abandoned.expire(order.checkoutId()))).isFalse();

    assertThat(left()).isEqualTo(100);
    assertThat(facts(order).status()).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void a_seller_who_stays_silent_loses_the_order_and_the_buyer_gets_the_money_back() {
    OrderFacts order = bought(2, PaymentMethod.GOGOMONEY);
    change("update orders set created_at = now() - interval '49 hours' where id = ?", order.id());

    assertThat(asSystem(() -> abandoned.silent(order.id() - 1, 1))).containsExactly(order.id());
    assertThat(asSystem(() -> abandoned.cancelSilent(order.id()))).isTrue();
    assertThat(asSystem(() -> abandoned.cancelSilent(order.id()))).isFalse();

    assertThat(balance(buyer)).isEqualTo(Money.ofSum(1_000_000));
    assertThat(left()).isEqualTo(100);
    assertThat(facts(order).paymentStatus()).isEqualTo(PaymentStatus.REFUNDED);
  }

  private OrderFacts bought(int quantity, PaymentMethod method) {
    return purchases.bought(buyer, item, quantity, method);
  }

  private OrderFacts delivered(OrderFacts order) {
    return threads.inTransaction(
        () ->
            asSystem(
                () -> {
                  flow.confirm(order.id());
                  flow.startProcessing(order.id());
                  flow.readyForPickup(order.id());
                  flow.assignCourier(order.id(), courier);
                  flow.pickedUp(order.id());
                  return flow.delivered(order.id(), null);
                }));
  }

  private boolean settle(OrderFacts order) {
    return asSystem(() -> settlements.settle(order.id()));
  }

  private void endHold(OrderFacts order) {
    change("update orders set hold_until = now() - interval '1 minute' where id = ?", order.id());
  }

  private void change(String statement, long id) {
    threads.inTransaction(() -> asSystem(() -> sql.update(statement, id)));
  }

  private OrderFacts facts(OrderFacts order) {
    return asSystem(() -> flow.facts(order.id()));
  }

  private Money escrow(OrderFacts order) {
    return asSystem(() -> ledger.escrowOf(order.id()));
  }

  private Money balance(long user) {
    return actors.runAs(Actor.user(user, Set.of("buyer"), "test"), () -> wallets.mine().balance());
  }

  private int left() {
    return asSystem(() -> sellable.load(List.of(item))).get(0).available();
  }

  private <T> T asSystem(Supplier<T> work) {
    return actors.runAsSystem("test", work);
  }
}
