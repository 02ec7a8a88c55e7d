package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.SellableItems;
import uz.gogomarket.catalog.StockLine;
import uz.gogomarket.catalog.StockService;
import uz.gogomarket.orders.AbandonedOrderService;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.orders.OrderStatus;
import uz.gogomarket.orders.SettlementJob;
import uz.gogomarket.orders.SettlementService;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.wallets.Ledger;

/** The way of an order and the money at its end. */
@ContainerTest
class OrdersIT {

  @Inject ManagedThreads threads;
  @Inject Trade trade;
  @Inject Sql sql;
  @Inject Ledger ledger;
  @Inject Accounts accounts;
  @Inject Goods goods;
  @Inject SellableItems sellable;
  @Inject StockService stock;
  @Inject OrderFlow flow;
  @Inject SettlementService settlements;
  @Inject SettlementJob job;
  @Inject AbandonedOrderService abandoned;

  private Trade.Parties parties;

  @BeforeEach
  void somebodySellsAndSomebodyBuys() {
    parties = trade.newParties();
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
    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.PENDING);
  }

  @Test
  void a_step_bears_the_time_of_its_writing_though_its_transaction_began_before_the_step_before() {
    OrderFacts order = bought(1, PaymentMethod.GOGOMONEY);

    threads.inTransaction(
        () ->
            asSystem(
                () -> {
                  flow.facts(order.id());
                  threads.start(() -> asSystem(() -> flow.confirm(order.id()))).join();
                  return flow.startProcessing(order.id());
                }));

    assertThat(
            threads.inTransaction(
                () ->
                    asSystem(
                        () ->
                            sql.list(
                                "select created_at from order_status_history where order_id = ?"
                                    + " order by id",
                                row -> row.instant("created_at"),
                                order.id()))))
        .hasSize(3)
        .isSorted();
  }

  @Test
  void after_the_hold_everybody_gets_his_share_to_the_last_tiyin_and_only_once() {
    OrderFacts order = delivered(bought(3, PaymentMethod.GOGOMONEY));
    assertThat(trade.settle(order)).isFalse();
    trade.endHold(order);

    assertThat(trade.settle(order)).isTrue();
    assertThat(trade.settle(order)).isFalse();

    assertThat(trade.escrow(order)).isEqualTo(Money.ZERO);
    assertThat(trade.balance(parties.courier())).isEqualTo(Trade.FEE);
    var funds = asSystem(() -> ledger.fundsOf(order.id()));
    assertThat(
            trade
                .balance(parties.seller())
                .plus(Trade.FEE)
                .plus(funds.commission())
                .plus(funds.tax()))
        .isEqualTo(order.total());
    assertThat(funds.commission()).isEqualTo(order.commission());
  }

  @Test
  void the_job_settles_what_is_due_in_transactions_of_their_own() {
    OrderFacts order = delivered(bought(1, PaymentMethod.GOGOMONEY));
    trade.endHold(order);

    asSystem(
        () -> {
          job.run();
          return order;
        });

    assertThat(trade.facts(order).settledAt()).isNotNull();
    assertThat(trade.escrow(order)).isEqualTo(Money.ZERO);
  }

  @Test
  void a_refund_makes_the_shares_smaller_and_they_still_add_up() {
    OrderFacts order = delivered(bought(3, PaymentMethod.GOGOMONEY));
    Money before = trade.balance(parties.buyer());
    Money refund = Money.of("20000.01");

    asSystem(() -> flow.refund(order.id(), refund, "scratched"));
    trade.endHold(order);
    assertThat(trade.settle(order)).isTrue();

    assertThat(trade.balance(parties.buyer())).isEqualTo(before.plus(refund));
    assertThat(trade.facts(order).paymentStatus()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    var funds = asSystem(() -> ledger.fundsOf(order.id()));
    assertThat(
            trade
                .balance(parties.seller())
                .plus(Trade.FEE)
                .plus(funds.commission())
                .plus(funds.tax())
                .plus(refund))
        .isEqualTo(order.total());
    assertThat(trade.escrow(order)).isEqualTo(Money.ZERO);
  }

  @Test
  void all_the_money_back_ends_the_order_and_the_courier_is_paid_all_the_same() {
    OrderFacts order = delivered(bought(1, PaymentMethod.GOGOMONEY));

    asSystem(() -> flow.refund(order.id(), order.total(), "broken"));

    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.REFUNDED);
    assertThat(trade.balance(parties.buyer())).isEqualTo(Trade.PURSE);
    assertThat(trade.balance(parties.seller())).isEqualTo(Money.ZERO);
    assertThat(trade.balance(parties.courier())).isEqualTo(Trade.FEE);
    assertThat(trade.escrow(order)).isEqualTo(Money.ZERO);
    assertThatThrownBy(() -> asSystem(() -> flow.refund(order.id(), Money.of("0.01"), "more")))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void whether_a_refund_comes_before_the_release_or_after_it_ends_in_the_same_division() {
    for (String amount : List.of("20000.01", "50000.00", "105000.00", "112345.66")) {
      Money refund = Money.of(amount);
      Trade.Parties early = trade.newParties();
      OrderFacts inTime = delivered(early);
      asSystem(() -> flow.refund(inTime.id(), refund, "scratched"));
      trade.endHold(inTime);
      trade.settle(inTime);
      Trade.Parties late = trade.newParties();
      OrderFacts released = delivered(late);
      trade.endHold(released);
      trade.settle(released);

      asSystem(() -> flow.refund(released.id(), refund, "scratched"));

      assertThat(purses(late)).as(amount).isEqualTo(purses(early));
      assertThat(shares(released)).as(amount).isEqualTo(shares(inTime));
      assertThat(trade.facts(released).status()).isEqualTo(trade.facts(inTime).status());
    }
  }

  @Test
  void a_refund_does_not_anticipate_a_dispute() {
    OrderFacts disputed = delivered(bought(1, PaymentMethod.GOGOMONEY));
    asSystem(() -> flow.freeze(disputed.id()));

    assertThatThrownBy(() -> asSystem(() -> flow.refund(disputed.id(), Money.ofSum(1), "aside")))
        .hasFieldOrPropertyWithValue("code", "dispute_open");
    assertThat(trade.escrow(disputed)).isEqualTo(disputed.total());
  }

  @Test
  void all_the_money_back_before_the_pick_up_cancels_the_order_with_its_stock() {
    OrderFacts order = bought(2, PaymentMethod.GOGOMONEY);

    asSystem(() -> flow.refund(order.id(), order.total(), "sold out after all"));

    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(left()).isEqualTo(Trade.STOCK);
    assertThat(trade.balance(parties.buyer())).isEqualTo(Trade.PURSE);
    assertThat(trade.escrow(order)).isEqualTo(Money.ZERO);
  }

  @Test
  void all_the_money_back_on_the_way_ends_the_order_at_the_door_and_its_courier_is_paid() {
    OrderFacts order = pickedUp(bought(1, PaymentMethod.GOGOMONEY));
    refundInDispute(order);
    asSystem(() -> flow.endDispute(order.id(), "nobody appealed"));

    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.PICKED_UP);
    assertThatThrownBy(() -> asSystem(() -> flow.freeze(order.id())))
        .hasFieldOrPropertyWithValue("code", "not_disputable");
    asSystem(() -> flow.delivered(order.id(), null));

    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.REFUNDED);
    assertThat(trade.balance(parties.buyer())).isEqualTo(Trade.PURSE);
    assertThat(trade.balance(parties.seller())).isEqualTo(Money.ZERO);
    assertThat(trade.balance(parties.courier())).isEqualTo(Trade.FEE);
    assertThat(trade.escrow(order)).isEqualTo(Money.ZERO);
    assertThat(asSystem(() -> ledger.fundsOf(order.id())).commission()).isEqualTo(Money.ZERO);
  }

  @Test
  void what_comes_back_after_all_its_money_did_is_cancelled_with_its_stock() {
    OrderFacts order = pickedUp(bought(2, PaymentMethod.GOGOMONEY));
    refundInDispute(order);
    asSystem(() -> flow.endDispute(order.id(), "nobody appealed"));

    asSystem(() -> flow.failedAttempt(order.id(), "refused at the door"));

    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(left()).isEqualTo(Trade.STOCK);
    assertThat(trade.balance(parties.courier())).isEqualTo(Money.ZERO);
  }

  @Test
  void what_may_yet_be_cancelled_for_a_refund_is_not_sent_again() {
    OrderFacts order = pickedUp(bought(1, PaymentMethod.GOGOMONEY));
    refundInDispute(order);
    asSystem(() -> flow.failedAttempt(order.id(), "nobody at home"));

    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.READY_FOR_PICKUP);
    assertThatThrownBy(() -> asSystem(() -> flow.pickedUp(order.id())))
        .hasFieldOrPropertyWithValue("code", "order_refunded");
    asSystem(() -> flow.endDispute(order.id(), "nobody appealed"));
    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void an_attempt_fails_only_where_there_was_one() {
    OrderFacts order = bought(1, PaymentMethod.GOGOMONEY);
    asSystem(() -> flow.confirm(order.id()));
    asSystem(() -> flow.startProcessing(order.id()));

    assertThatThrownBy(() -> asSystem(() -> flow.failedAttempt(order.id(), "never packed")))
        .hasFieldOrPropertyWithValue("code", "order_status");
  }

  @Test
  void the_database_refuses_a_position_from_another_courier_than_the_orders_own() {
    OrderFacts order = pickedUp(bought(1, PaymentMethod.GOGOMONEY));
    long other = accounts.newUser(Roles.COURIER);

    assertThat(track(order, parties.courier())).isOne();
    assertThatThrownBy(() -> track(order, other)).hasStackTraceContaining("row-level security");
  }

  @Test
  void a_frozen_order_is_not_settled_until_its_dispute_is_over() {
    OrderFacts order = delivered(bought(1, PaymentMethod.GOGOMONEY));
    asSystem(() -> flow.freeze(order.id()));
    trade.endHold(order);

    assertThat(trade.settle(order)).isFalse();
    asSystem(() -> flow.endDispute(order.id(), "taken back"));
    assertThat(trade.settle(order)).isTrue();
    assertThatThrownBy(() -> asSystem(() -> flow.freeze(order.id())))
        .hasFieldOrPropertyWithValue("code", "not_disputable");
  }

  @Test
  void nobody_cancels_what_a_dispute_holds() {
    OrderFacts order = pickedUp(bought(1, PaymentMethod.GOGOMONEY));
    asSystem(() -> flow.freeze(order.id()));
    asSystem(() -> flow.failedAttempt(order.id(), "nobody at home"));

    assertThatThrownBy(() -> asSystem(() -> flow.cancel(order.id(), "changed my mind")))
        .hasFieldOrPropertyWithValue("code", "dispute_open");

    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.READY_FOR_PICKUP);
    asSystem(() -> flow.endDispute(order.id(), "taken back"));
    asSystem(() -> flow.cancel(order.id(), "changed my mind"));
    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void cash_that_is_not_handed_in_is_not_paid_out() {
    OrderFacts order = delivered(bought(1, PaymentMethod.CASH));
    trade.endHold(order);

    assertThat(trade.settle(order)).isFalse();
    assertThat(asSystem(() -> settlements.due(order.id() - 1, 1))).doesNotContain(order.id());
  }

  @Test
  void what_is_not_paid_in_time_gives_its_stock_back_once() {
    OrderFacts order = bought(5, PaymentMethod.BANK_TRANSFER);
    assertThat(left()).isEqualTo(Trade.STOCK - 5);
    assertThat(asSystem(() -> abandoned.expire(order.checkoutId()))).isFalse();
    trade.change(
        "update checkouts set expires_at = now() - interval '1 minute' where id = ?",
        order.checkoutId());

    assertThat(asSystem(() -> abandoned.expire(order.checkoutId()))).isTrue();
    assertThat(asSystem(() -> abandoned.expire(order.checkoutId()))).isFalse();

    assertThat(left()).isEqualTo(Trade.STOCK);
    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void what_expires_and_what_is_bought_meanwhile_do_not_wait_in_a_circle() {
    long category = goods.newCategoryOf(null, null).id();
    long other = goods.newSeller();
    ItemRef lower = ItemRef.product(goods.onSale(other, category, "Piyola", "1000", 100).id());
    ItemRef higher =
        ItemRef.product(goods.onSale(parties.seller(), category, "Lagan", "1000", 100).id());
    List<Long> unpaid = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      unpaid.add(
          trade
              .bought(parties.buyer(), List.of(higher, lower), 1, PaymentMethod.BANK_TRANSFER)
              .checkoutId());
    }
    unpaid.forEach(
        id ->
            trade.change(
                "update checkouts set expires_at = now() - interval '1 minute' where id = ?", id));

    List<CompletableFuture<Boolean>> running = new ArrayList<>();
    for (long checkout : unpaid) {
      running.add(threads.start(() -> asSystem(() -> abandoned.expire(checkout))));
      for (int i = 0; i < 5; i++) {
        running.add(threads.start(() -> took(lower, higher)));
      }
    }

    assertThat(running).allSatisfy(each -> assertThat(each.join()).isTrue());
    assertThat(asSystem(() -> sellable.load(List.of(lower, higher))))
        .allSatisfy(each -> assertThat(each.available()).isEqualTo(60));
  }

  @Test
  void a_seller_silent_since_the_payment_loses_the_order_and_the_buyer_gets_the_money_back() {
    OrderFacts order = bought(2, PaymentMethod.GOGOMONEY);
    trade.change(
        "update orders set created_at = now() - interval '49 hours' where id = ?", order.id());
    assertThat(asSystem(() -> abandoned.silent(order.id() - 1, 1))).doesNotContain(order.id());
    trade.change(
        "update payments set paid_at = now() - interval '49 hours' where checkout_id = ?",
        order.checkoutId());

    assertThat(asSystem(() -> abandoned.silent(order.id() - 1, 1))).containsExactly(order.id());
    assertThat(asSystem(() -> abandoned.cancelSilent(order.id()))).isTrue();
    assertThat(asSystem(() -> abandoned.cancelSilent(order.id()))).isFalse();

    assertThat(trade.balance(parties.buyer())).isEqualTo(Trade.PURSE);
    assertThat(left()).isEqualTo(Trade.STOCK);
    assertThat(trade.facts(order).paymentStatus()).isEqualTo(PaymentStatus.REFUNDED);
  }

  private int track(OrderFacts order, long courier) {
    return threads.inTransaction(
        () ->
            accounts.as(
                courier,
                Set.of(Roles.COURIER),
                () ->
                    sql.update(
                        "insert into order_tracking (order_id, courier_id, status)"
                            + " values (?, ?, 'in_transit')",
                        order.id(),
                        courier)));
  }

  private boolean took(ItemRef... items) {
    return asSystem(
        () -> {
          stock.take(Arrays.stream(items).map(each -> new StockLine(each, 1)).toList());
          return true;
        });
  }

  private OrderFacts delivered(Trade.Parties others) {
    return trade.delivered(trade.bought(others, 3, PaymentMethod.GOGOMONEY), others.courier());
  }

  private List<Money> purses(Trade.Parties others) {
    return List.of(
        trade.balance(others.buyer()),
        trade.balance(others.seller()),
        trade.balance(others.courier()));
  }

  /** What the platform and the tax office have of an order, and what is still held. */
  private List<String> shares(OrderFacts order) {
    return asSystem(
        () ->
            sql.list(
                "select a.kind || ' ' || sum(p.amount) as share from postings p"
                    + " join ledger_accounts a on a.id = p.account_id"
                    + " where p.order_id = ? and a.user_id is null"
                    + " group by a.kind having sum(p.amount) <> 0 order by a.kind",
                row -> row.string("share"),
                order.id()));
  }

  private OrderFacts bought(int quantity, PaymentMethod method) {
    return trade.bought(parties, quantity, method);
  }

  private OrderFacts pickedUp(OrderFacts order) {
    return trade.pickedUp(order, parties.courier());
  }

  private void refundInDispute(OrderFacts order) {
    asSystem(() -> flow.freeze(order.id()));
    asSystem(() -> flow.refundDisputed(order.id(), order.total(), "not as described"));
  }

  private OrderFacts delivered(OrderFacts order) {
    return trade.delivered(order, parties.courier());
  }

  private int left() {
    return asSystem(() -> sellable.load(List.of(parties.item()))).get(0).available();
  }

  private <T> T asSystem(Supplier<T> work) {
    return trade.asSystem(work);
  }
}
