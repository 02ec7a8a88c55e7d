package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.dispatch.CompleteDelivery;
import uz.gogomarket.dispatch.DeliveryService;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderService;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;

/**
 * How many statements the application sends for what is done most, as the database has counted
 * them. Jobs work beside the tests: of several tries the one with the fewest counts.
 */
@ContainerTest
class StatementsIT {

  private static final int TRIES = 3;

  /** What becomes true is published in one statement, however much it is. */
  private static final int PUBLISHING = 1;

  @Inject Trade trade;
  @Inject Goods goods;
  @Inject Accounts accounts;
  @Inject Sql sql;
  @Inject DeliveryService deliveries;
  @Inject OrderService orders;

  private Trade.Parties parties;

  @BeforeEach
  void somebodySellsAndSomebodyBuys() {
    parties = trade.newParties();
  }

  @Test
  void a_delivery_costs_about_ten() {
    List<Long> tries = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      OrderFacts order =
          trade.pickedUp(trade.bought(parties, 1, PaymentMethod.GOGOMONEY), parties.courier());
      CompleteDelivery completion = new CompleteDelivery(codeOf(order), null, null);
      tries.add(
          sent(
              () ->
                  accounts.withoutSession(
                      parties.courier(),
                      Set.of(Roles.COURIER),
                      () -> deliveries.deliver(order.orderNumber(), completion))));
    }

    assertThat(Collections.min(tries)).as(tries.toString()).isLessThanOrEqualTo(10 + PUBLISHING);
  }

  @Test
  void a_checkout_of_two_sellers_costs_no_more_than_when_orders_were_written_by_sql_alone() {
    long category = goods.newCategoryOf(null, null).id();
    ItemRef other =
        ItemRef.product(goods.onSale(goods.newSeller(), category, "Lagan", "1000", 100).id());
    List<ItemRef> cart = List.of(parties.item(), other);
    trade.bought(parties.buyer(), cart, 1, PaymentMethod.GOGOMONEY);
    List<Long> tries = new ArrayList<>();
    for (int i = 0; i < TRIES; i++) {
      tries.add(sent(() -> trade.bought(parties.buyer(), cart, 1, PaymentMethod.GOGOMONEY)));
    }

    assertThat(Collections.min(tries)).as(tries.toString()).isLessThanOrEqualTo(33);
  }

  private String codeOf(OrderFacts order) {
    return accounts.withoutSession(
        parties.buyer(),
        Set.of(Roles.BUYER),
        () -> orders.boughtOrder(order.orderNumber()).deliveryCode());
  }

  /** How many statements were sent meanwhile, without beginnings and ends of transactions. */
  private long sent(Runnable work) {
    long before = counted();
    work.run();
    long countedItself = 1;
    return counted() - before - countedItself;
  }

  private long counted() {
    return sql.one(
        """
        select sum(s.calls) as calls from counting.pg_stat_statements s
        where s.userid = (select oid from pg_roles where rolname = current_user)
        """,
        Long.class);
  }
}
