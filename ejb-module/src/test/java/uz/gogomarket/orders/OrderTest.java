package uz.gogomarket.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.platform.LoadedEntity;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.ProblemException;

class OrderTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final Money GOODS = Money.ofSum(100_000);
  private static final Money SHIPPING = Money.ofSum(15_000);
  private static final Money TOTAL = GOODS.plus(SHIPPING);
  private static final int HOLD_DAYS = 14;
  private static final long COURIER = 7;

  /** What can be tried with an order, where it may be, and what it is then. */
  enum Step {
    CONFIRM(Order::confirm, OrderStatus.CONFIRMED, OrderStatus.PENDING),
    START(Order::startProcessing, OrderStatus.PROCESSING, OrderStatus.CONFIRMED),
    MAKE_READY(order -> order.makeReady(NOW), OrderStatus.READY_FOR_PICKUP, OrderStatus.PROCESSING),
    ASSIGN(
        order -> order.assign(COURIER), OrderStatus.READY_FOR_PICKUP, OrderStatus.READY_FOR_PICKUP),
    PICK_UP(Order::pickUp, OrderStatus.PICKED_UP, OrderStatus.READY_FOR_PICKUP),
    FAIL(
        order -> order.failAttempt("nobody at home"),
        OrderStatus.READY_FOR_PICKUP,
        OrderStatus.PICKED_UP,
        OrderStatus.IN_TRANSIT),
    DELIVER(
        order -> order.deliver(NOW, null),
        OrderStatus.DELIVERED,
        OrderStatus.PICKED_UP,
        OrderStatus.IN_TRANSIT),
    CANCEL(
        order -> order.cancel("changed my mind", 9L, NOW),
        OrderStatus.CANCELLED,
        OrderStatus.PENDING,
        OrderStatus.CONFIRMED,
        OrderStatus.PROCESSING,
        OrderStatus.READY_FOR_PICKUP),
    END_REFUNDED(
        order -> order.endRefunded("all went back"), OrderStatus.REFUNDED, OrderStatus.DELIVERED);

    private final Consumer<Order> step;
    private final OrderStatus to;
    private final Set<OrderStatus> from;

    Step(Consumer<Order> step, OrderStatus to, OrderStatus... from) {
      this.step = step;
      this.to = to;
      this.from = Set.of(from);
    }
  }

  @Property
  void a_step_leads_where_it_should_or_is_refused_and_changes_nothing(
      @ForAll OrderStatus status, @ForAll Step step) {
    Order order = order(status);

    if (step.from.contains(status)) {
      step.step.accept(order);

      assertThat(order.status()).isEqualTo(step.to);
    } else {
      refused("order_status", () -> step.step.accept(order));
      assertThat(order.facts()).isEqualTo(order(status).facts());
      assertThat(order.takeSteps()).isEmpty();
    }
  }

  @Property
  void every_change_of_its_status_is_told_once_and_each_leads_to_the_next(
      @ForAll OrderStatus status, @ForAll List<Step> wishes) {
    Order order = order(status);
    OrderStatus last = status;

    for (Step wish : wishes) {
      if (wish.from.contains(order.status())) {
        wish.step.accept(order);
      }
      for (Order.Step told : order.takeSteps()) {
        assertThat(last.mayBecome(told.status())).as(last + " > " + told).isTrue();
        last = told.status();
      }
      assertThat(last).isEqualTo(order.status());
    }
  }

  @Example
  void only_what_is_paid_or_will_be_at_the_door_is_confirmed() {
    Order unpaid =
        order(OrderStatus.PENDING, PaymentMethod.BANK_TRANSFER, PaymentStatus.PENDING, Map.of());

    refused("not_paid", unpaid::confirm);
    order(OrderStatus.PENDING, PaymentMethod.CASH, PaymentStatus.PENDING, Map.of()).confirm();
    unpaid.pay(PaymentMethod.GOGOMONEY);
    unpaid.confirm();

    assertThat(unpaid.facts().paymentMethod()).isEqualTo(PaymentMethod.GOGOMONEY);
  }

  @Example
  void what_needs_no_courier_is_handed_over_as_soon_as_it_is_ready() {
    Map<String, Object> nowhere = new HashMap<>();
    nowhere.put("zoneId", null);
    Order order = order(OrderStatus.PROCESSING, nowhere);

    order.makeReady(NOW);

    assertThat(order.takeSteps())
        .extracting(Order.Step::status)
        .containsExactly(
            OrderStatus.READY_FOR_PICKUP,
            OrderStatus.PICKED_UP,
            OrderStatus.IN_TRANSIT,
            OrderStatus.DELIVERED);
    assertThat(order.facts().deliveredAt()).isEqualTo(NOW);
  }

  @Example
  void another_courier_takes_the_place_of_the_first_before_the_pick_up_only() {
    Order order = order(OrderStatus.READY_FOR_PICKUP);

    order.assign(1);
    order.assign(2);
    order.pickUp();

    refused("order_status", () -> order.assign(3));
    assertThat(order.facts().courierId()).isEqualTo(2);
  }

  @Example
  void what_is_paid_back_altogether_is_not_sent() {
    Order order = order(OrderStatus.READY_FOR_PICKUP);
    order.refund(TOTAL);

    refused("order_refunded", order::pickUp);
  }

  @Example
  void the_hold_begins_at_the_door() {
    Order order = order(OrderStatus.IN_TRANSIT);

    order.deliver(NOW, "left with the neighbour");

    assertThat(order.facts().holdUntil()).isEqualTo(NOW.plus(Duration.ofDays(HOLD_DAYS)));
    assertThat(order.takeSteps())
        .containsExactly(new Order.Step(OrderStatus.DELIVERED, "left with the neighbour", true));
  }

  @Example
  void cash_is_paid_at_the_door_and_due_to_the_seller_once_it_is_handed_in() {
    Order order =
        order(OrderStatus.IN_TRANSIT, PaymentMethod.CASH, PaymentStatus.PENDING, Map.of());
    Instant afterTheHold = NOW.plus(Duration.ofDays(HOLD_DAYS));

    order.deliver(NOW, null);

    assertThat(order.facts().paymentStatus()).isEqualTo(PaymentStatus.PAID);
    assertThat(order.isDue(afterTheHold)).isFalse();
    order.handInCash(NOW);
    assertThat(order.isDue(afterTheHold)).isTrue();
  }

  @Example
  void of_what_costs_nothing_no_cash_is_handed_in() {
    Order order =
        order(
            OrderStatus.IN_TRANSIT,
            PaymentMethod.CASH,
            PaymentStatus.PENDING,
            Map.of("price", price(Money.ZERO, Money.ZERO)));

    order.deliver(NOW, null);

    assertThat(order.facts().cashHandedInAt()).isEqualTo(NOW);
  }

  @Example
  void it_is_settled_when_its_hold_is_over_and_no_dispute_holds_it_and_once() {
    Order order = order(OrderStatus.IN_TRANSIT);
    order.deliver(NOW, null);
    Instant end = NOW.plus(Duration.ofDays(HOLD_DAYS));

    assertThat(order.isDue(end.minusNanos(1))).isFalse();
    assertThat(order.isDue(end)).isTrue();
    order.freeze(NOW);
    assertThat(order.isDue(end)).isFalse();
    order.unfreeze();
    order.settle(end);
    assertThat(order.isDue(end)).isFalse();
  }

  @Property
  void a_dispute_begins_between_the_pick_up_and_the_end_of_the_hold(@ForAll OrderStatus status) {
    Order order = order(status);
    Set<OrderStatus> open =
        Set.of(OrderStatus.PICKED_UP, OrderStatus.IN_TRANSIT, OrderStatus.DELIVERED);

    if (open.contains(status)) {
      order.freeze(NOW);
      refused("dispute_open", order::requireNotFrozen);
      order.unfreeze();
      order.requireNotFrozen();
    } else {
      refused("not_disputable", () -> order.freeze(NOW));
    }
  }

  @Example
  void nothing_is_disputed_after_the_hold_the_settlement_or_a_whole_refund() {
    Order late = order(OrderStatus.DELIVERED, Map.of("holdUntil", NOW));
    Order settled = order(OrderStatus.DELIVERED, Map.of("settledAt", NOW));
    Order refunded = order(OrderStatus.DELIVERED);
    refunded.refund(TOTAL);

    refused("not_disputable", () -> late.freeze(NOW));
    refused("not_disputable", () -> settled.freeze(NOW));
    refused("not_disputable", () -> refunded.freeze(NOW));
  }

  @Example
  void a_replacement_begins_the_hold_again_and_is_told_in_the_history() {
    Order order = order(OrderStatus.IN_TRANSIT);
    order.deliver(NOW, null);
    order.takeSteps();
    order.freeze(NOW);
    Instant later = NOW.plus(Duration.ofDays(5));

    order.awaitReplacement(later, "another one is sent");

    assertThat(order.facts().frozenAt()).isNull();
    assertThat(order.facts().holdUntil()).isEqualTo(later.plus(Duration.ofDays(HOLD_DAYS)));
    assertThat(order.takeSteps())
        .containsExactly(new Order.Step(OrderStatus.DELIVERED, "another one is sent", false));
  }

  @Property
  void refunds_add_up_to_the_tiyin_and_go_no_further_than_the_price(
      @ForAll List<@LongRange(min = 1, max = 12_000_000) Long> amounts) {
    Order order = order(OrderStatus.DELIVERED);
    Money back = Money.ZERO;

    for (long tiyin : amounts) {
      Money amount = Money.ofTiyin(tiyin);
      if (amount.compareTo(TOTAL.minus(back)) <= 0) {
        order.requireRefundable(amount);
        order.refund(amount);
        back = back.plus(amount);
      } else {
        String code = back.equals(TOTAL) ? "already_refunded" : "refund_out_of_range";
        refused(code, () -> order.requireRefundable(amount));
      }
      assertThat(order.facts().refunded()).isEqualTo(back);
      assertThat(order.refundable()).isEqualTo(TOTAL.minus(back));
      assertThat(order.isWhollyRefunded()).isEqualTo(back.equals(TOTAL));
    }
  }

  @Example
  void a_refund_that_is_undone_never_was() {
    Order order = order(OrderStatus.DELIVERED);
    OrderFacts before = order.facts();
    order.refund(Money.of("0.01"));
    OrderFacts partly = order.facts();
    order.refund(order.refundable());

    order.undoRefund(TOTAL.minus(Money.of("0.01")));
    assertThat(order.facts()).isEqualTo(partly);
    order.undoRefund(Money.of("0.01"));
    assertThat(order.facts()).isEqualTo(before);
  }

  @Example
  void what_was_not_paid_is_not_refunded_and_nothing_is_no_refund() {
    Order unpaid =
        order(OrderStatus.PENDING, PaymentMethod.BANK_TRANSFER, PaymentStatus.PENDING, Map.of());

    refused("not_paid", () -> unpaid.requireRefundable(Money.of("0.01")));
    refused(
        "refund_out_of_range", () -> order(OrderStatus.DELIVERED).requireRefundable(Money.ZERO));
  }

  private static Order order(OrderStatus status) {
    return order(status, Map.of());
  }

  private static Order order(OrderStatus status, Map<String, Object> besides) {
    return order(status, PaymentMethod.GOGOMONEY, PaymentStatus.PAID, besides);
  }

  private static Order order(
      OrderStatus status,
      PaymentMethod method,
      PaymentStatus payment,
      Map<String, Object> besides) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("id", 1L);
    columns.put("number", "GM00000001");
    columns.put("checkoutId", 2L);
    columns.put("buyerId", 3L);
    columns.put("sellerId", 4L);
    columns.put("status", status);
    columns.put("paymentStatus", payment);
    columns.put("paymentMethod", method);
    columns.put("price", price(GOODS, SHIPPING));
    columns.put("refunded", Money.ZERO);
    columns.put("zoneId", 5L);
    columns.put("holdDays", HOLD_DAYS);
    columns.putAll(besides);
    return LoadedEntity.of(new Order(), columns);
  }

  private static OrderPrice price(Money goods, Money shipping) {
    return LoadedEntity.of(
        new OrderPrice(),
        Map.of(
            "subtotal",
            goods,
            "discount",
            Money.ZERO,
            "tax",
            goods.percent(BigDecimal.valueOf(12)),
            "shipping",
            shipping,
            "courierFee",
            shipping,
            "commission",
            Money.ZERO,
            "total",
            goods.plus(shipping)));
  }

  private static void refused(String code, ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            ProblemException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
