package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.PriceService;
import uz.gogomarket.catalog.ProductModeration;
import uz.gogomarket.catalog.ProductService;
import uz.gogomarket.catalog.SellerProduct;
import uz.gogomarket.catalog.SetStock;
import uz.gogomarket.catalog.StockKeeping;
import uz.gogomarket.disputes.DisputeDecision;
import uz.gogomarket.disputes.DisputeService;
import uz.gogomarket.identity.IdentityService;
import uz.gogomarket.identity.UserRole;
import uz.gogomarket.identity.VerificationService;
import uz.gogomarket.orders.AbandonedOrderService;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;

/** What became true is published, as its schema says, in the order in which it happened. */
@ContainerTest
class EventsIT {

  @Inject Trade trade;
  @Inject Disputing disputing;
  @Inject Goods goods;
  @Inject Accounts accounts;
  @Inject MovableClock clock;
  @Inject ManagedThreads threads;
  @Inject OrderFlow flow;
  @Inject AbandonedOrderService abandoned;
  @Inject DisputeService disputes;
  @Inject ProductService products;
  @Inject ProductModeration moderation;
  @Inject PriceService prices;
  @Inject StockKeeping stock;
  @Inject IdentityService identity;
  @Inject VerificationService verification;
  @Inject Json json;
  @Inject Sql sql;

  /** A message as it stands in the outbox. */
  private record Told(String topic, int version, String payload) {}

  @AfterEach
  void put_the_clock_right() {
    clock.putRight();
  }

  @Test
  void an_order_tells_its_way_from_the_purchase_to_the_settlement() {
    Trade.Parties parties = trade.newParties();
    OrderFacts order = trade.bought(parties, 1, PaymentMethod.GOGOMONEY);
    OrderFacts delivered = trade.delivered(order, parties.courier());
    trade.endHold(delivered);
    assertThat(trade.settle(delivered)).isTrue();

    assertThat(topics("order", order.id()))
        .containsExactly(
            "order.placed",
            "order.paid",
            "order.confirmed",
            "order.ready",
            "order.picked_up",
            "order.delivered",
            "order.settled");
  }

  @Test
  void a_checkout_publishes_all_its_events_in_one_statement() {
    Trade.Parties one = trade.newParties();
    Trade.Parties other = trade.newParties();
    trade.deposit(one.buyer(), Money.ofSum(10_000_000));
    OrderFacts order =
        trade.bought(one.buyer(), List.of(one.item(), other.item()), 95, PaymentMethod.GOGOMONEY);

    List<String> moments =
        asSystem(
            () ->
                sql.list(
                    "select distinct created_at from outbox where aggregate_type in ('order',"
                        + " 'product') and topic <> 'product.listed' and (aggregate_id in (select"
                        + " id from orders where checkout_id = ?) or aggregate_id in (?, ?))",
                    row -> row.string("created_at"),
                    order.checkoutId(),
                    one.item().productId(),
                    other.item().productId()));

    assertThat(moments).hasSize(1);
    assertThat(topics("product", one.item().productId()))
        .containsExactly("product.listed", "product.stock_low");
  }

  @Test
  void an_order_that_is_paid_and_cancelled_tells_that_the_money_went_back() {
    Trade.Parties parties = trade.newParties();
    OrderFacts order = trade.bought(parties, 1, PaymentMethod.GOGOMONEY);
    trade.asSystem(() -> flow.cancel(order.id(), "changed my mind"));

    assertThat(topics("order", order.id()))
        .containsExactly("order.placed", "order.paid", "order.refunded", "order.cancelled");
  }

  @Test
  void a_refund_tells_how_much() {
    Trade.Parties parties = trade.newParties();
    OrderFacts order =
        trade.delivered(trade.bought(parties, 1, PaymentMethod.GOGOMONEY), parties.courier());
    trade.asSystem(() -> flow.refund(order.id(), Money.of("1000.00"), "scratched"));

    Told refunded = told("order", order.id()).get(6);
    assertThat(refunded.topic()).isEqualTo("order.refunded");
    assertThat(refunded.payload()).contains("\"1000.00\"");
  }

  @Test
  void cash_that_nobody_will_pay_any_more_is_a_payment_that_failed() {
    Trade.Parties parties = trade.newParties();
    OrderFacts order = trade.bought(parties, 1, PaymentMethod.CASH);
    trade.asSystem(() -> flow.cancel(order.id(), "changed my mind"));

    assertThat(topics("order", order.id())).containsExactly("order.placed", "order.cancelled");
    assertThat(topics("checkout", order.checkoutId())).containsExactly("checkout.payment_failed");
  }

  @Test
  void a_checkout_that_was_not_paid_in_time_is_a_payment_that_failed() {
    Trade.Parties parties = trade.newParties();
    OrderFacts order = trade.bought(parties, 1, PaymentMethod.BANK_TRANSFER);
    clock.putForward(Duration.ofDays(30));
    boolean unused = trade.asSystem(() -> abandoned.expire(order.checkoutId()));

    assertThat(topics("order", order.id())).containsExactly("order.placed", "order.cancelled");
    assertThat(topics("checkout", order.checkoutId())).containsExactly("checkout.payment_failed");
  }

  @Test
  void a_dispute_tells_who_said_what_was_decided_and_that_it_is_over() {
    Trade.Parties parties = trade.newParties();
    OrderFacts order =
        trade.delivered(trade.bought(parties, 1, PaymentMethod.GOGOMONEY), parties.courier());
    long dispute = disputing.waitsForDecision(parties, order);
    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REJECT);

    assertThat(topics("dispute", dispute))
        .containsExactly("dispute.opened", "dispute.answered", "dispute.decided");
  }

  @Test
  void a_dispute_that_is_withdrawn_is_over() {
    Trade.Parties parties = trade.newParties();
    OrderFacts order =
        trade.delivered(trade.bought(parties, 1, PaymentMethod.GOGOMONEY), parties.courier());
    long dispute = disputing.opened(parties.buyer(), order);
    disputing.as(parties.buyer(), () -> disputes.withdraw(dispute));

    assertThat(topics("dispute", dispute)).containsExactly("dispute.opened", "dispute.closed");
  }

  @Test
  void an_account_tells_that_it_is_there_and_which_roles_it_gets_and_loses() {
    long user = accounts.newUser();
    accounts.withoutSession(
        user, Set.of(Roles.BUYER), () -> identity.requestRole(UserRole.SELLER, "I sell tea"));
    long admin = accounts.newAdmin(Permissions.VERIFICATION_DECIDE);
    Set<String> grants = Set.of(Roles.ADMIN, Permissions.VERIFICATION_DECIDE);
    accounts.withoutSession(
        admin,
        grants,
        () -> {
          verification.approve(user, UserRole.SELLER);
          verification.withdraw(user, UserRole.SELLER, "closed");
          return true;
        });

    assertThat(topics("user", user))
        .containsExactly("user.registered", "user.role_verified", "user.role_withdrawn");
  }

  @Test
  void a_product_tells_what_buyers_see_of_it_and_a_draft_nothing() {
    long seller = goods.newSeller();
    long category = goods.newCategoryOf(null, null).id();
    SellerProduct draft = goods.draft(seller, category, "Choynak", "10000", 50);
    SellerProduct priced = priced(seller, draft, "11000");
    assertThat(told("product", draft.id())).isEmpty();

    SellerProduct listed =
        goods.asSeller(seller, () -> products.publish(draft.id(), priced.version()));
    SellerProduct dearer = priced(seller, listed, "12000");
    goods.asSeller(seller, () -> products.archive(draft.id(), dearer.version()));

    assertThat(topics("product", draft.id()))
        .containsExactly("product.listed", "product.changed", "product.delisted");
  }

  @Test
  void a_product_that_an_admin_takes_down_is_delisted() {
    ItemRef item = trade.newParties().item();
    accounts.withoutSession(
        accounts.newAdmin(Permissions.CATALOG_MANAGE),
        Set.of(Roles.ADMIN, Permissions.CATALOG_MANAGE),
        () -> moderation.takeDown(item.productId(), "counterfeit"));

    List<Told> told = told("product", item.productId());
    assertThat(told.get(1).topic()).isEqualTo("product.delisted");
    assertThat(told.get(1).payload()).contains("taken_down").doesNotContain("counterfeit");
  }

  @Test
  void stock_is_low_once_it_comes_down_to_the_threshold_and_not_below_it_again() {
    Trade.Parties parties = trade.newParties();
    trade.deposit(parties.buyer(), Money.ofSum(10_000_000));
    trade.bought(parties, 95, PaymentMethod.GOGOMONEY);
    trade.bought(parties, 1, PaymentMethod.GOGOMONEY);

    assertThat(topics("product", parties.item().productId()))
        .containsExactly("product.listed", "product.stock_low");
  }

  @Test
  void stock_that_a_seller_counts_down_is_low_too() {
    long seller = goods.newSeller();
    long category = goods.newCategoryOf(null, null).id();
    SellerProduct product = goods.onSale(seller, category, "Choynak", "10000", 50);
    int version = goods.asSeller(seller, () -> stock.levels(product.id())).get(0).version();
    goods.asSeller(seller, () -> stock.set(product.id(), version, new SetStock(null, 3)));

    assertThat(topics("product", product.id()))
        .containsExactly("product.listed", "product.stock_low");
  }

  private SellerProduct priced(long seller, SellerProduct product, String price) {
    return goods.asSeller(
        seller, () -> prices.set(product.id(), product.version(), Goods.price(price)));
  }

  private List<String> topics(String aggregateType, long aggregateId) {
    return told(aggregateType, aggregateId).stream().map(Told::topic).toList();
  }

  /** All of it, each held against its schema. */
  private List<Told> told(String aggregateType, long aggregateId) {
    List<Told> told =
        asSystem(
            () ->
                sql.list(
                    "select topic, version, payload from outbox"
                        + " where aggregate_type = ? and aggregate_id = ? order by id",
                    row ->
                        new Told(
                            row.string("topic"), row.intValue("version"), row.string("payload")),
                    aggregateType,
                    aggregateId));
    assertThat(told).allSatisfy(this::requireValid);
    return told;
  }

  private void requireValid(Told told) {
    Validator validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory(json.mapper()))
            .createValidator();
    Validator.Result result =
        validator.validate(validator.registerSchema(schema(told)), told.payload());
    assertThat(result.getErrors()).extracting(each -> each.getError()).as(told.topic()).isEmpty();
  }

  private static String schema(Told told) {
    String name = "events/" + told.topic() + ".v" + told.version() + ".json";
    try (InputStream schema =
        Objects.requireNonNull(
            Thread.currentThread().getContextClassLoader().getResourceAsStream(name), name)) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T asSystem(Supplier<T> work) {
    return threads.inTransaction(() -> trade.asSystem(work));
  }
}
