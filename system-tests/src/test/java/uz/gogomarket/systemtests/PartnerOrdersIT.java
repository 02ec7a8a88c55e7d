package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import gogomarket.partner.orders.v1.AccessFault;
import gogomarket.partner.orders.v1.ConflictFault;
import gogomarket.partner.orders.v1.NotFoundFault;
import gogomarket.partner.orders.v1.Order;
import gogomarket.partner.orders.v1.OrderStatus;
import gogomarket.partner.orders.v1.OrderSummary;
import gogomarket.partner.orders.v1.PartnerOrders;
import gogomarket.partner.orders.v1.ValidationFault;
import io.restassured.path.json.JsonPath;
import jakarta.xml.ws.Holder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** The SOAP service PartnerOrders, on orders that were placed and paid over REST. */
class PartnerOrdersIT {

  private static final String NONE = "none";

  private Person seller;
  private Person buyer;
  private SoapClient client;
  private long product;

  @BeforeEach
  void aSellerWithAKeyAndABuyerWithMoney() {
    seller = TestAccounts.seller();
    buyer = TestAccounts.buyer();
    client = SoapClient.of(seller);
    product = Shop.product(seller, "10000.00", 100);
    Shop.deposit(buyer, "1000000.00");
  }

  /** Everything that names an order. */
  private enum Operation {
    GET_ORDER {
      @Override
      Order call(PartnerOrders orders, String request, String number)
          throws AccessFault, ConflictFault, NotFoundFault, ValidationFault {
        return orders.getOrder(number);
      }
    },
    CONFIRM_ORDER {
      @Override
      Order call(PartnerOrders orders, String request, String number)
          throws AccessFault, ConflictFault, NotFoundFault, ValidationFault {
        return confirm(orders, request, number).order();
      }
    },
    MARK_READY_FOR_PICKUP {
      @Override
      Order call(PartnerOrders orders, String request, String number)
          throws AccessFault, ConflictFault, NotFoundFault, ValidationFault {
        return markReady(orders, request, number).order();
      }
    };

    abstract Order call(PartnerOrders orders, String request, String number)
        throws AccessFault, ConflictFault, NotFoundFault, ValidationFault;
  }

  /** A page of the feed. */
  private record Feed(List<OrderSummary> orders, String next, boolean more) {
    List<String> numbers() {
      return orders.stream().map(OrderSummary::getOrderNumber).toList();
    }
  }

  /** What a change answers. */
  private record Answer(boolean replayed, Order order) {}

  private interface Call {
    Object run() throws AccessFault, ConflictFault, NotFoundFault, ValidationFault;
  }

  @Test
  void an_order_goes_to_the_shelf_and_the_buyer_sees_each_step() throws Exception {
    String number = Shop.bought(buyer, product, 2);

    Answer confirmed = confirm(client.orders(), Shop.key(), number);
    buyer.request().get("/orders/" + number).then().body("summary.status", equalTo("confirmed"));
    Answer ready = markReady(client.orders(), Shop.key(), number);

    assertThat(confirmed.order().getStatus()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(ready.order().getStatus()).isEqualTo(OrderStatus.READY_FOR_PICKUP);
    assertThat(List.of(confirmed.replayed(), ready.replayed())).containsOnly(false);
    buyer
        .request()
        .get("/orders/" + number + "/history")
        .then()
        .body(
            "items.status", contains("pending", "confirmed", "processing", "ready_for_pickup"),
            "items.by", contains("buyer", "seller", "seller", "seller"));
    Shop.assign(number, TestAccounts.courier());
  }

  @Test
  void an_order_is_told_as_rest_tells_it() throws Exception {
    String number = Shop.bought(buyer, product, 2);
    JsonPath told = seller.request().get("/seller/orders/" + number).then().extract().jsonPath();

    Order order = client.orders().getOrder(number);

    assertThat(order.getOrderNumber()).isEqualTo(number);
    assertThat(order.getStatus().value()).isEqualTo(told.getString("summary.status"));
    assertThat(order.getPaymentStatus()).isEqualTo("paid");
    assertThat(order.getTotal().getValue().toPlainString())
        .isEqualTo(told.getString("summary.total.amount"));
    assertThat(order.getTotal().getCurrency().value()).isEqualTo("UZS");
    assertThat(order.getCommission().getValue().toPlainString())
        .isEqualTo(told.getString("commission.amount"));
    assertThat(order.getItem())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.getProductId()).isEqualTo(product);
              assertThat(item.getQuantity()).isEqualTo(2);
              assertThat(item.getUnitPrice().getValue()).isEqualTo("10000.00");
            });
    assertThat(order.getDeliveryAddress().getStreet()).isEqualTo("Bunyodkor 5");
    assertThat(order.getCreatedAt().getTimezone()).isZero();
  }

  @Test
  void the_buyers_code_for_the_door_is_in_no_answer() {
    String number = Shop.bought(buyer, product, 1);
    String code = buyer.request().get("/orders/" + number).path("deliveryCode");

    String operation =
        "<ConfirmOrder xmlns='urn:gogomarket:partner:orders:v1'><requestId>%s</requestId>"
            + "<orderNumber>%s</orderNumber></ConfirmOrder>";
    String answer = client.call("PartnerOrders", operation.formatted(Shop.key(), number)).body();

    assertThat(code).isNotBlank();
    assertThat(answer).contains(number).doesNotContain(">" + code + "<");
  }

  @Test
  void the_feed_pages_through_all_orders_and_then_tells_only_what_changed() throws Exception {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      numbers.add(Shop.bought(buyer, product, 1));
    }
    PartnerOrders orders = client.orders();
    await().until(() -> feed(orders, null, null).numbers().equals(numbers));

    Feed first = feed(orders, null, 2);
    Feed last = feed(orders, first.next(), 2);
    Feed nothing = feed(orders, last.next(), 2);
    confirm(orders, Shop.key(), numbers.get(1));
    Feed changed =
        await().until(() -> feed(orders, nothing.next(), 2), feed -> !feed.orders().isEmpty());

    assertThat(first.numbers()).isEqualTo(numbers.subList(0, 2));
    assertThat(first.more()).isTrue();
    assertThat(last.numbers()).isEqualTo(numbers.subList(2, 3));
    assertThat(last.more()).isFalse();
    assertThat(nothing.orders()).isEmpty();
    assertThat(changed.numbers()).containsExactly(numbers.get(1));
    assertThat(changed.orders().get(0).getStatus()).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void the_feed_tells_what_the_buyer_cancelled() throws Exception {
    String number = Shop.bought(buyer, product, 1);
    PartnerOrders orders = client.orders();
    Feed placed = await().until(() -> feed(orders, null, null), feed -> !feed.orders().isEmpty());

    cancel(number);
    Feed changed =
        await().until(() -> feed(orders, placed.next(), null), feed -> !feed.orders().isEmpty());

    assertThat(changed.numbers()).containsExactly(number);
    assertThat(changed.orders().get(0).getStatus()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(changed.orders().get(0).getPaymentStatus()).isEqualTo("refunded");
  }

  @Test
  void each_seller_of_a_checkout_gets_his_own_order_and_no_other() throws Exception {
    Person other = TestAccounts.seller();
    SoapClient others = SoapClient.of(other);
    Shop.put(buyer.request(), product, 1);
    Shop.put(buyer.request(), Shop.product(other, "20000.00", 5), 1);
    Shop.place(buyer.request(), Shop.order("gogomoney", Shop.quote(buyer.request())), Shop.key())
        .then()
        .statusCode(201);

    List<OrderSummary> mine = awaitFeed(client).orders();
    List<OrderSummary> theirs = awaitFeed(others).orders();

    assertThat(mine).hasSize(1);
    assertThat(theirs).hasSize(1);
    assertThat(mine.get(0).getOrderNumber()).isNotEqualTo(theirs.get(0).getOrderNumber());
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void somebody_elses_order_is_as_unknown_as_one_that_is_not_there(Operation operation) {
    String number = Shop.bought(buyer, product, 1);
    PartnerOrders stranger = SoapClient.of(TestAccounts.seller()).orders();

    String foreign = refusal(() -> operation.call(stranger, Shop.key(), number));
    String unknown = refusal(() -> operation.call(stranger, Shop.key(), "GM-NONE"));

    assertThat(foreign).isEqualTo("NotFoundFault not_found");
    assertThat(unknown).isEqualTo(foreign);
    assertThat(history(number)).containsExactly("pending");
  }

  @Test
  void an_order_that_is_not_confirmed_cannot_be_ready() {
    String number = Shop.bought(buyer, product, 1);

    String refused = refusal(() -> markReady(client.orders(), Shop.key(), number));

    assertThat(refused).isEqualTo("ConflictFault order_status");
    assertThat(history(number)).containsExactly("pending");
  }

  @Test
  void an_order_that_is_not_paid_cannot_be_confirmed() {
    Shop.put(buyer.request(), product, 1);
    String number =
        Shop.place(
                buyer.request(),
                Shop.order("bank_transfer", Shop.quote(buyer.request())),
                Shop.key())
            .then()
            .statusCode(201)
            .extract()
            .path("orders[0].orderNumber");

    String refused = refusal(() -> confirm(client.orders(), Shop.key(), number));

    assertThat(refused).isEqualTo("ConflictFault not_paid");
    assertThat(history(number)).containsExactly("pending");
  }

  @ParameterizedTest
  @EnumSource(names = {"CONFIRM_ORDER", "MARK_READY_FOR_PICKUP"})
  void a_cancelled_order_stays_cancelled(Operation operation) {
    String number = Shop.bought(buyer, product, 1);
    cancel(number);

    String refused = refusal(() -> operation.call(client.orders(), Shop.key(), number));

    assertThat(refused).isEqualTo("ConflictFault order_status");
    assertThat(history(number)).containsExactly("pending", "cancelled");
  }

  @Test
  void a_request_that_is_sent_again_gets_the_first_answer_again() throws Exception {
    String number = Shop.bought(buyer, product, 1);
    String confirming = Shop.key();
    String marking = Shop.key();
    confirm(client.orders(), confirming, number);
    markReady(client.orders(), marking, number);

    Answer confirmed = confirm(client.orders(), confirming, number);
    Answer ready = markReady(client.orders(), marking, number);

    assertThat(List.of(confirmed.replayed(), ready.replayed())).containsOnly(true);
    assertThat(confirmed.order().getStatus()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(ready.order().getStatus()).isEqualTo(OrderStatus.READY_FOR_PICKUP);
    assertThat(history(number))
        .containsExactly("pending", "confirmed", "processing", "ready_for_pickup");
  }

  @Test
  void a_step_is_not_taken_again_by_another_request() throws Exception {
    String number = Shop.bought(buyer, product, 1);
    confirm(client.orders(), Shop.key(), number);
    String confirmedAgain = refusal(() -> confirm(client.orders(), Shop.key(), number));
    markReady(client.orders(), Shop.key(), number);

    String readyAgain = refusal(() -> markReady(client.orders(), Shop.key(), number));

    assertThat(List.of(confirmedAgain, readyAgain)).containsOnly("ConflictFault order_status");
    assertThat(history(number))
        .containsExactly("pending", "confirmed", "processing", "ready_for_pickup");
  }

  @Test
  void a_request_id_stands_for_one_order() throws Exception {
    String number = Shop.bought(buyer, product, 1);
    String other = Shop.bought(buyer, product, 1);
    String request = Shop.key();
    confirm(client.orders(), request, number);

    String refused = refusal(() -> confirm(client.orders(), request, other));

    assertThat(refused).isEqualTo("ConflictFault idempotency_key_reused");
    assertThat(history(other)).containsExactly("pending");
  }

  @Test
  void a_refused_request_can_be_sent_again_once_its_reason_is_gone() throws Exception {
    String number = Shop.bought(buyer, product, 1);
    String request = Shop.key();
    String early = refusal(() -> markReady(client.orders(), request, number));
    confirm(client.orders(), Shop.key(), number);

    Answer ready = markReady(client.orders(), request, number);

    assertThat(early).isEqualTo("ConflictFault order_status");
    assertThat(ready.replayed()).isFalse();
    assertThat(ready.order().getStatus()).isEqualTo(OrderStatus.READY_FOR_PICKUP);
  }

  @Test
  void the_same_request_many_times_at_once_happens_once() throws Exception {
    String number = Shop.bought(buyer, product, 1);
    String request = Shop.key();

    List<String> answers = Shop.together(Collections.nCopies(6, confirming(request, number)));

    assertThat(answers).contains(NONE).isSubsetOf(NONE, "ConflictFault idempotency_in_progress");
    assertThat(history(number)).containsExactly("pending", "confirmed");
  }

  @Test
  void of_many_requests_at_once_one_takes_the_step() throws Exception {
    String number = Shop.bought(buyer, product, 1);
    List<Supplier<String>> requests = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      requests.add(confirming(Shop.key(), number));
    }

    List<String> answers = Shop.together(requests);

    assertThat(answers).containsOnlyOnce(NONE).containsOnly(NONE, "ConflictFault order_status");
    assertThat(history(number)).containsExactly("pending", "confirmed");
  }

  @Test
  void the_buyer_who_cancels_while_the_seller_confirms_has_his_money_back() throws Exception {
    String before = Shop.balance(buyer);
    String number = Shop.bought(buyer, product, 1);

    List<String> answers =
        Shop.together(
            List.of(
                confirming(Shop.key(), number),
                () -> {
                  cancel(number);
                  return NONE;
                }));

    assertThat(answers.get(0)).isIn(NONE, "ConflictFault order_status");
    assertThat(history(number)).startsWith("pending").endsWith("cancelled");
    assertThat(Shop.balance(buyer)).isEqualTo(before);
    assertThat(Shop.stock(product)).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog.read", "catalog.write", "orders.write"})
  void orders_are_read_with_the_scope_for_it_only(String scope) {
    String number = Shop.bought(buyer, product, 1);
    PartnerOrders orders = SoapClient.of(seller, scope).orders();

    assertThat(refusal(() -> orders.getOrder(number))).isEqualTo("AccessFault access_denied");
    assertThat(refusal(() -> feed(orders, null, null))).isEqualTo("AccessFault access_denied");
  }

  @ParameterizedTest
  @EnumSource(names = {"CONFIRM_ORDER", "MARK_READY_FOR_PICKUP"})
  void a_key_that_may_only_read_orders_changes_none(Operation operation) {
    String number = Shop.bought(buyer, product, 1);
    PartnerOrders reader = SoapClient.of(seller, "orders.read", "catalog.write").orders();

    assertThat(refusal(() -> reader.getOrder(number))).isEqualTo(NONE);
    assertThat(refusal(() -> operation.call(reader, Shop.key(), number)))
        .isEqualTo("AccessFault access_denied");
    assertThat(history(number)).containsExactly("pending");
  }

  @Test
  void the_old_secret_is_good_until_the_rotation_is_over() {
    String number = Shop.bought(buyer, product, 1);
    String secret =
        seller
            .request()
            .body(Map.of("overlapHours", 1))
            .post("/partner/keys/{id}/rotate", client.id())
            .then()
            .statusCode(200)
            .extract()
            .path("secret");
    SoapClient renewed = client.withSecret(secret);

    String overlap = refusal(() -> client.orders().getOrder(number));
    TestAccounts.execute(
        "update api_keys set rotates_at = now() - interval '1 second' where id = ?", client.id());
    String over = refusal(() -> confirm(client.orders(), Shop.key(), number));

    assertThat(overlap).isEqualTo(NONE);
    assertThat(over).isEqualTo("AccessFault invalid_api_key");
    assertThat(refusal(() -> confirm(renewed.orders(), Shop.key(), number))).isEqualTo(NONE);
  }

  @Test
  void a_rotation_without_overlap_ends_the_old_secret_at_once() {
    seller
        .request()
        .body(Map.of("overlapHours", 0))
        .post("/partner/keys/{id}/rotate", client.id())
        .then()
        .statusCode(200);

    assertThat(refusal(() -> feed(client.orders(), null, null)))
        .isEqualTo("AccessFault invalid_api_key");
  }

  @Test
  void a_revoked_key_gets_nothing_not_even_an_answer_that_it_had() throws Exception {
    String number = Shop.bought(buyer, product, 1);
    String request = Shop.key();
    confirm(client.orders(), request, number);
    seller.request().post("/partner/keys/{id}/revoke", client.id()).then().statusCode(200);

    assertThat(refusal(() -> confirm(client.orders(), request, number)))
        .isEqualTo("AccessFault invalid_api_key");
    assertThat(refusal(() -> client.orders().getOrder(number)))
        .isEqualTo("AccessFault invalid_api_key");
  }

  @Test
  void an_expired_key_gets_nothing() {
    TestAccounts.execute(
        "update api_keys set expires_at = now() - interval '1 second' where id = ?", client.id());

    assertThat(refusal(() -> feed(client.orders(), null, null)))
        .isEqualTo("AccessFault invalid_api_key");
  }

  @Test
  void who_shows_no_key_is_challenged() {
    String list = "<ListOrders xmlns='urn:gogomarket:partner:orders:v1'/>";

    HttpResponse<String> answer =
        SoapClient.post(
            "PartnerOrders",
            SoapClient.envelope(SoapClient.SOAP_11, "", list).getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "text/xml");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("AccessFault", "unauthenticated");
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void a_wrong_secret_opens_nothing(Operation operation) {
    String number = Shop.bought(buyer, product, 1);
    PartnerOrders guesser = client.withSecret("gks_wrong").orders();

    assertThat(refusal(() -> operation.call(guesser, Shop.key(), number)))
        .isEqualTo("AccessFault invalid_api_key");
    assertThat(history(number)).containsExactly("pending");
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void a_seller_who_is_no_longer_verified_has_lost_the_orders(Operation operation) {
    String number = Shop.bought(buyer, product, 1);
    TestAccounts.execute(
        "update user_roles set verified_at = null where user_id = ? and role = 'seller'",
        seller.userId());

    assertThat(refusal(() -> operation.call(client.orders(), Shop.key(), number)))
        .isEqualTo("AccessFault access_denied");
    assertThat(history(number)).containsExactly("pending");
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void a_seller_who_is_suspended_gets_nothing(Operation operation) {
    String number = Shop.bought(buyer, product, 1);
    TestAccounts.execute("update users set status = 'suspended' where id = ?", seller.userId());

    assertThat(refusal(() -> operation.call(client.orders(), Shop.key(), number)))
        .isEqualTo("AccessFault account_suspended");
    assertThat(history(number)).containsExactly("pending");
  }

  @Test
  void what_a_guest_will_pay_at_the_door_can_be_confirmed() throws Exception {
    var guest = Shop.guest();
    Shop.put(guest, product, 1);
    Map<String, Object> wish = Shop.order("cash", Shop.quote(guest));
    wish.put("guestInfo", Map.of("email", "g@example.uz", "name", "Gul", "phone", "+998901112233"));
    String number =
        Shop.place(guest, wish, Shop.key())
            .then()
            .statusCode(201)
            .extract()
            .path("orders[0].orderNumber");

    Answer confirmed = confirm(client.orders(), Shop.key(), number);

    assertThat(confirmed.order().getStatus()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(confirmed.order().getPaymentMethod()).isEqualTo("cash");
  }

  @Test
  void what_does_not_hold_to_the_contract_is_refused() {
    PartnerOrders orders = client.orders();

    assertThat(
            List.of(
                refusal(() -> feed(orders, null, 0)),
                refusal(() -> feed(orders, null, 101)),
                refusal(() -> feed(orders, "nonsense", null)),
                refusal(() -> orders.getOrder("")),
                refusal(() -> orders.getOrder("x".repeat(51))),
                refusal(() -> confirm(orders, "", "GM-1")),
                refusal(() -> markReady(orders, "x".repeat(1000), "GM-1"))))
        .containsOnly("ValidationFault invalid_input");
  }

  private Supplier<String> confirming(String request, String number) {
    PartnerOrders orders = client.orders();
    return () -> refusal(() -> confirm(orders, request, number));
  }

  private void cancel(String number) {
    buyer
        .request()
        .header("Idempotency-Key", Shop.key())
        .body(Map.of("reason", "changed my mind"))
        .post("/orders/" + number + "/cancel")
        .then()
        .statusCode(200);
  }

  private static List<String> history(String number) {
    return Rows.values(
        "select h.status from order_status_history h join orders o on o.id = h.order_id"
            + " where o.order_number = ? order by h.id",
        number);
  }

  /** What the call was refused with, type and code; none where it was not. */
  private static String refusal(Call call) {
    try {
      call.run();
      return NONE;
    } catch (AccessFault fault) {
      return "AccessFault " + fault.getFaultInfo().getCode();
    } catch (ConflictFault fault) {
      return "ConflictFault " + fault.getFaultInfo().getCode();
    } catch (NotFoundFault fault) {
      return "NotFoundFault " + fault.getFaultInfo().getCode();
    } catch (ValidationFault fault) {
      return "ValidationFault " + fault.getFaultInfo().getCode();
    }
  }

  private static Feed awaitFeed(SoapClient client) {
    PartnerOrders orders = client.orders();
    return await().until(() -> feed(orders, null, null), feed -> !feed.orders().isEmpty());
  }

  private static Feed feed(PartnerOrders orders, String cursor, Integer limit)
      throws AccessFault, ConflictFault, NotFoundFault, ValidationFault {
    Holder<List<OrderSummary>> page = new Holder<>();
    Holder<String> next = new Holder<>();
    Holder<Boolean> more = new Holder<>();
    orders.listOrders(cursor, limit, page, next, more);
    return new Feed(page.value == null ? List.of() : page.value, next.value, more.value);
  }

  private static Answer confirm(PartnerOrders orders, String request, String number)
      throws AccessFault, ConflictFault, NotFoundFault, ValidationFault {
    Holder<Boolean> replayed = new Holder<>();
    Holder<Order> order = new Holder<>();
    orders.confirmOrder(request, number, replayed, order);
    return new Answer(replayed.value, order.value);
  }

  private static Answer markReady(PartnerOrders orders, String request, String number)
      throws AccessFault, ConflictFault, NotFoundFault, ValidationFault {
    Holder<Boolean> replayed = new Holder<>();
    Holder<Order> order = new Holder<>();
    orders.markReadyForPickup(request, number, replayed, order);
    return new Answer(replayed.value, order.value);
  }
}
