package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.dispatch.CompleteDelivery;
import uz.gogomarket.dispatch.DeliveryService;
import uz.gogomarket.dispatch.DeliveryView;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.orders.OrderService;
import uz.gogomarket.orders.OrderStatus;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.shipping.GeoPoint;

/** What happens at the door. */
@ContainerTest
class DeliveriesIT {

  private static final GeoPoint DOOR =
      new GeoPoint(new BigDecimal("41.31000000"), new BigDecimal("69.28000000"));

  @Inject Trade trade;
  @Inject Accounts accounts;
  @Inject ManagedThreads threads;
  @Inject Sql sql;
  @Inject DeliveryService deliveries;
  @Inject OrderService orders;
  @Inject OrderFlow flow;

  private Trade.Parties parties;

  @BeforeEach
  void somebodySellsAndSomebodyBuys() {
    parties = trade.newParties();
  }

  @Test
  void when_and_where_it_was_handed_over_and_what_was_taken_for_it_is_kept() {
    OrderFacts order = pickedUp(PaymentMethod.CASH);

    deliver(order, codeOf(order));

    assertThat(threads.inTransaction(() -> trade.asSystem(() -> isProved(order)))).isTrue();
  }

  @Test
  void a_wrong_code_is_counted_although_it_is_refused() {
    OrderFacts order = pickedUp(PaymentMethod.GOGOMONEY);
    String wrong = codeOf(order).equals("000000") ? "000001" : "000000";

    assertThatThrownBy(() -> deliver(order, wrong)).hasMessageContaining("4 tries");
    assertThatThrownBy(() -> deliver(order, wrong)).hasMessageContaining("3 tries");

    assertThat(deliver(order, codeOf(order)).status()).isEqualTo(OrderStatus.DELIVERED);
  }

  @Test
  void the_row_with_the_code_is_found_by_the_buyer_and_the_courier_only() {
    OrderFacts order = pickedUp(PaymentMethod.GOGOMONEY);

    assertThat(finds(parties.buyer(), order)).isTrue();
    assertThat(finds(parties.courier(), order)).isTrue();
    assertThat(finds(parties.seller(), order)).isFalse();
    assertThat(finds(accounts.newUser(Roles.COURIER), order)).isFalse();
  }

  @Test
  void a_seller_does_not_call_back_what_is_on_its_way() {
    OrderFacts order = pickedUp(PaymentMethod.GOGOMONEY);
    trade.asSystem(() -> flow.inTransit(order.id()));

    assertThatThrownBy(() -> trade.asSystem(() -> flow.readyForPickup(order.id())))
        .hasFieldOrPropertyWithValue("code", "order_status");
  }

  private OrderFacts pickedUp(PaymentMethod method) {
    return trade.pickedUp(trade.bought(parties, 1, method), parties.courier());
  }

  private DeliveryView deliver(OrderFacts order, String code) {
    return accounts.withoutSession(
        parties.courier(),
        Set.of(Roles.COURIER),
        () -> deliveries.deliver(order.orderNumber(), new CompleteDelivery(code, DOOR, null)));
  }

  private String codeOf(OrderFacts order) {
    return accounts.withoutSession(
        parties.buyer(),
        Set.of(Roles.BUYER),
        () -> Objects.requireNonNull(orders.boughtOrder(order.orderNumber()).deliveryCode()));
  }

  private boolean isProved(OrderFacts order) {
    return sql.one(
        """
        select d.handed_over_at <= o.actual_delivery_date and d.cash_taken = o.total_amount
          and (d.latitude, d.longitude) = (?, ?)
        from deliveries d join orders o on o.id = d.order_id where o.id = ?
        """,
        Boolean.class,
        DOOR.latitude(),
        DOOR.longitude(),
        order.id());
  }

  private boolean finds(long user, OrderFacts order) {
    return threads.inTransaction(
        () ->
            accounts.as(
                user,
                Set.of(Roles.BUYER, Roles.SELLER, Roles.COURIER),
                () ->
                    sql.one(
                        "select exists (select from deliveries where order_id = ?)",
                        Boolean.class,
                        order.id())));
  }
}
