package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uz.gogomarket.runtime.Marketplace;
import uz.gogomarket.runtime.Settings;
import uz.gogomarket.systemtests.Description.Operation;

/**
 * What the description shows of operations that change something, sent unchanged to a demo
 * marketplace that was just loaded, does what it is for, or is refused for a reason that stands
 * here. Two things nobody can show: an idempotency key is each request's own, so that each has
 * another; and the version of what is there, so that the one that is shown may be told to be out of
 * date, and does what it is for with the one that is read.
 */
class ChangingExamplesIT {

  private static final Path DATA =
      Path.of(System.getProperty("gogomarket.data")).resolveSibling("data-examples");

  private static final String OVER = "The order that every demo has at this number is over.";
  private static final String VARIANTS = "The product that is shown varies by memory as well.";
  private static final String RECENT = "What the newest orders are depends on the time of loading.";

  /** What is refused, by which codes, and why it cannot be otherwise. */
  private static final Map<String, Refusal> REFUSED = new LinkedHashMap<>();

  /**
   * @param perhaps where it depends on when the demo was loaded
   */
  private record Refusal(Set<String> codes, String why, boolean perhaps) {}

  private static final Map<Operation, List<Response>> ANSWERS = new LinkedHashMap<>();

  private static Marketplace marketplace;
  private static DemoAccounts accounts;
  private static List<Operation> operations;

  static {
    refused("refreshTokens", "invalid_refresh_token", "A token is its owner's and works once.");
    refused("createCheckout", "price_changed", "The total is what a quote says of the cart.");
    refused("createAdminDispute", "not_a_guest", "Guests' orders depend on the time of loading.");
    refused("answerDispute", "own_dispute", "Its buyer opened it; the seller answers.");
    refused("withdrawDispute", "dispute_status", "An example before this one has decided it.");
    refused("completeAdminRefund", "refund_not_pending", "All refunds of the demo are completed.");
    refused("deleteAdminCategory", "category_in_use", "Each category of the demo has products.");
    refused("deleteAdminCommissionRule", "rule_in_use", "The demo's orders were placed under it.");
    for (String operation : List.of("replayEvents", "restartDeadLetter", "skipDeadLetter")) {
      refused(operation, "not_found", "No consumer comes with the marketplace itself.");
    }
    refused("replaceSellerProduct", "variants_do_not_fit", VARIANTS);
    refused("createSellerProductVariant", "invalid_input", VARIANTS);
    refused("replaceSellerProductVariant", "invalid_input", VARIANTS);
    for (String operation :
        List.of(
            "cancelSellerOrder",
            "confirmSellerOrder",
            "startSellerOrder",
            "markSellerOrderReady",
            "pickUpCourierDelivery",
            "failCourierDelivery",
            "failAdminDelivery")) {
      refused(operation, "order_status", OVER);
    }
    refused("completeCourierDelivery", "not_under_way", OVER);
    refused("reportCourierPosition", "not_under_way", OVER);
    perhaps("cancelOrder", RECENT, "order_status", "dispute_open");
    perhaps("cancelAdminOrder", RECENT, "order_status", "dispute_open");
    perhaps(
        "createAdminOrderRefund",
        RECENT,
        "dispute_open",
        "already_refunded",
        "not_paid",
        "refund_out_of_range");
    perhaps("createDispute", RECENT, "dispute_open", "dispute_decided", "not_disputable");
    perhaps("assignAdminDelivery", RECENT, "order_status");
    perhaps(
        "createAdminCheckoutPayment", RECENT, "not_found", "not_awaiting_payment", "wrong_amount");
    perhaps("payCheckout", RECENT, "not_found", "not_awaiting_payment");
    perhaps("createAdminCashHandIn", RECENT, "not_found", "cash_already_handed_in", "wrong_amount");
  }

  private static void refused(String operation, String code, String why) {
    REFUSED.put(operation, new Refusal(Set.of(code), why, false));
  }

  private static void perhaps(String operation, String why, String... codes) {
    REFUSED.put(operation, new Refusal(Set.of(codes), why, true));
  }

  @BeforeAll
  static void send_every_example_once() {
    marketplace =
        new Marketplace(
            Settings.read(
                Map.of(
                    "gogomarket.home", System.getProperty("gogomarket.home"),
                    "gogomarket.data", DATA.toString(),
                    "gogomarket.reset", "true",
                    "gogomarket.start.timeout", "900",
                    "gogomarket.http.port", "0",
                    "gogomarket.db.port", "0",
                    "gogomarket.password.bcrypt-cost", "4",
                    "gogomarket.limits.requests-per-minute", "0"),
                Map.of()));
    marketplace.start();
    TestMarketplace.speakTo(marketplace.url(), marketplace.database());
    accounts = new DemoAccounts();
    DemoAccounts.ALL.forEach(accounts::token);
    operations = Description.served().operations();
    operations.stream()
        .filter(each -> !each.method().equals("GET"))
        .sorted(Comparator.comparingInt(ChangingExamplesIT::turn))
        .forEach(operation -> ANSWERS.put(operation, sent(operation)));
  }

  @AfterAll
  static void stop() {
    TestMarketplace.speakToShared();
    if (marketplace != null) {
      marketplace.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> every_change_that_is_shown_does_what_it_is_for_or_is_refused_for_a_reason() {
    return DynamicTest.stream(
        ANSWERS.keySet().stream(), Operation::name, operation -> judge(operation));
  }

  @Test
  void nothing_is_said_to_be_refused_that_is_not_there() {
    assertThat(operations.stream().map(Operation::id)).containsAll(REFUSED.keySet());
  }

  private static void judge(Operation operation) {
    List<Response> answers = ANSWERS.get(operation);
    Response answer = answers.get(answers.size() - 1);
    String status = String.valueOf(answer.statusCode());
    Refusal refusal = REFUSED.get(operation.id());
    assertThat(operation.statuses()).as(answer.asString()).contains(status);
    if (status.startsWith("2")) {
      assertThat(refusal == null || refusal.perhaps()).as("it is not refused").isTrue();
    } else {
      assertThat(refusal).as(answer.asString()).isNotNull();
      assertThat(refusal.codes()).as(refusal.why()).contains(answer.<String>path("code"));
    }
  }

  /** What is undone comes after it was done, what is taken away later, and whoever asks leaves. */
  private static int turn(Operation operation) {
    return switch (operation.id()) {
      case "restoreAdminProduct", "archiveSellerProduct" -> 1;
      case "clearCart", "deleteSellerProduct", "changePassword" -> 3;
      case "logOut" -> 4;
      default -> operation.method().equals("DELETE") ? 2 : 0;
    };
  }

  /** The answer to what is shown, and where only its version is wrong, to the same with another. */
  private static List<Response> sent(Operation operation) {
    List<Response> answers = new ArrayList<>();
    answers.add(send(operation, Map.of()));
    if (answers.get(0).statusCode() == 412) {
      answers.add(send(operation, Map.of("If-Match", version(operation))));
    }
    return answers;
  }

  private static Response send(Operation operation, Map<String, Object> instead) {
    Map<String, Object> headers = new LinkedHashMap<>(operation.examples("header"));
    headers.computeIfPresent("Idempotency-Key", (name, shown) -> Shop.key());
    headers.putAll(instead);
    RequestSpecification request =
        accounts.request(operation).headers(headers).queryParams(operation.examples("query"));
    if (!operation.body().isEmpty()) {
      request.body(operation.example());
    }
    return request.request(operation.method(), operation.shownAddress());
  }

  /** The ETag of what the operation changes, from the next address above it that can be read. */
  private static String version(Operation operation) {
    for (String path = operation.path();
        !path.isEmpty();
        path = path.substring(0, path.lastIndexOf('/'))) {
      String address = path;
      Optional<Operation> read =
          operations.stream()
              .filter(each -> each.method().equals("GET") && each.path().equals(address))
              .findFirst();
      if (read.isPresent()) {
        Response there =
            accounts
                .request(operation)
                .queryParams(read.get().examples("query"))
                .get(operation.shown(address));
        if (there.header("ETag") != null) {
          return there.header("ETag");
        }
      }
    }
    return "\"0\"";
  }
}
