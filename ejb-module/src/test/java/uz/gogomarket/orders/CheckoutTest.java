package uz.gogomarket.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.LoadedEntity;
import uz.gogomarket.platform.Money;

class CheckoutTest {

  private static final Instant DUE = Instant.parse("2026-11-21T09:00:00Z");

  @Property
  void it_is_paid_as_long_as_it_waits_for_that(@ForAll CheckoutStatus status) {
    Checkout checkout = checkout(status);

    if (status == CheckoutStatus.AWAITING_PAYMENT) {
      checkout.requireAwaitingPayment(DUE.minusNanos(1));
      refused(checkout, DUE);
    } else {
      refused(checkout, DUE.minusNanos(1));
    }
  }

  @Property
  void what_nobody_paid_in_time_expires_and_nothing_else(@ForAll CheckoutStatus status) {
    Checkout checkout = checkout(status);

    assertThat(checkout.expire(DUE.minusNanos(1))).isFalse();
    assertThat(checkout.expire(DUE)).isEqualTo(status == CheckoutStatus.AWAITING_PAYMENT);
    assertThat(checkout.expire(DUE)).isFalse();
  }

  @Example
  void once_it_is_paid_it_does_not_expire() {
    Checkout checkout = checkout(CheckoutStatus.AWAITING_PAYMENT);

    checkout.pay(PaymentMethod.GOGOMONEY);

    assertThat(checkout.expire(DUE)).isFalse();
    refused(checkout, DUE.minusNanos(1));
  }

  @Property
  void with_its_last_order_an_unpaid_one_is_cancelled(@ForAll CheckoutStatus status) {
    Checkout checkout = checkout(status);
    boolean open =
        status == CheckoutStatus.AWAITING_PAYMENT || status == CheckoutStatus.CASH_ON_DELIVERY;

    checkout.endIfAllCancelled(List.of(order(OrderStatus.CANCELLED), order(OrderStatus.PENDING)));
    assertThat(checkout.status()).isEqualTo(status);
    checkout.endIfAllCancelled(List.of(order(OrderStatus.CANCELLED), order(OrderStatus.CANCELLED)));
    assertThat(checkout.status()).isEqualTo(open ? CheckoutStatus.CANCELLED : status);
  }

  @Example
  void what_is_waived_is_not_asked_any_more() {
    Checkout checkout = checkout(CheckoutStatus.AWAITING_PAYMENT);

    checkout.waive(Money.of("99999.99"));

    assertThat(checkout.total()).isEqualTo(Money.of("0.01"));
  }

  private static Checkout checkout(CheckoutStatus status) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("number", "CH00000001");
    columns.put("status", status);
    columns.put("paymentMethod", PaymentMethod.BANK_TRANSFER);
    columns.put("total", Money.ofSum(100_000));
    columns.put("expiresAt", DUE);
    return LoadedEntity.of(new Checkout(), columns);
  }

  private static Order order(OrderStatus status) {
    return LoadedEntity.of(new Order(), Map.of("status", status));
  }

  private static void refused(Checkout checkout, Instant now) {
    assertThatThrownBy(() -> checkout.requireAwaitingPayment(now))
        .hasFieldOrPropertyWithValue("code", "not_awaiting_payment");
  }
}
