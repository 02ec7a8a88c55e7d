package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.systemtests.TestAccounts.Person;

/** What operators see of the marketplace's work in {@code /metrics}. */
class MetricsIT {

  @Test
  void a_request_is_counted_and_timed_under_its_operation() {
    String count = "requests_seconds_count{operation=\"listSettings\"}";
    String sum = "requests_seconds_sum{operation=\"listSettings\"}";
    given().get("/settings");
    double before = figure(count);
    double secondsBefore = figure(sum);

    given().get("/settings").then().statusCode(200);

    assertThat(figure(count)).isGreaterThanOrEqualTo(before + 1);
    assertThat(figure(sum)).isGreaterThan(secondsBefore);
  }

  @Test
  void a_call_of_a_partner_is_counted_under_its_operation() {
    String count = "requests_seconds_count{operation=\"PartnerCatalog_ListProducts\"}";
    SoapClient partner = SoapClient.of(TestAccounts.seller());
    double before = figure(count);

    partner.call("PartnerCatalog", "<ListProducts xmlns='urn:gogomarket:partner:catalog:v1'/>");

    assertThat(figure(count)).isGreaterThanOrEqualTo(before + 1);
  }

  @Test
  void a_refusal_is_counted_under_its_code() {
    double before = figure("problems_total{code=\"invalid_credentials\"}");

    given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", "nobody@example.uz", "password", "wrong-and-long-enough"))
        .post("/auth/login")
        .then()
        .statusCode(401);

    assertThat(figure("problems_total{code=\"invalid_credentials\"}"))
        .isGreaterThanOrEqualTo(before + 1);
  }

  @Test
  void an_order_and_its_payment_are_counted_once_they_are_committed() {
    Person buyer = TestAccounts.buyer();
    Shop.deposit(buyer, "1000000.00");
    double placed = figure("orders_total{event=\"placed\"}");
    double paid = figure("payments_total{method=\"gogomoney\",outcome=\"paid\"}");

    Shop.bought(buyer, Shop.product(TestAccounts.seller(), "10000.00", 5), 1);

    assertThat(figure("orders_total{event=\"placed\"}")).isGreaterThanOrEqualTo(placed + 1);
    assertThat(figure("payments_total{method=\"gogomoney\",outcome=\"paid\"}"))
        .isGreaterThanOrEqualTo(paid + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outbox_waiting",
        "outbox_dead",
        "outbox_lag_seconds",
        "database_connections_used",
        "database_connections_idle"
      })
  void the_database_tells_its_part(String name) {
    assertThat(told(name)).hasValueSatisfying(figure -> assertThat(figure).isNotNegative());
  }

  @Test
  void the_pool_has_connections_and_an_end() {
    assertThat(figure("database_connections_used") + figure("database_connections_idle"))
        .isBetween(1.0, figure("database_connections_max"));
  }

  @Test
  void how_often_and_how_long_a_connection_was_waited_for_is_told() {
    given().get("/settings").then().statusCode(200);
    String all = given().basePath("").get("/metrics").then().extract().asString();

    assertThat(all)
        .containsPattern("(?m)^database_connection_waits_seconds_count(\\{.*})? \\S+$")
        .containsPattern("(?m)^database_connection_waits_seconds_sum(\\{.*})? \\S+$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledger_findings", "workflow_incidents"})
  void what_waits_for_people_is_told_whether_or_not_anybody_asked_for_health(String name) {
    String all = given().basePath("").get("/metrics").then().extract().asString();

    assertThat(all).containsPattern("(?m)^" + name + "(\\{.*})? \\S+$");
  }

  /** 0 where there is no such line yet: a counter appears with what it counts. */
  private static double figure(String meter) {
    return told(meter).orElse(0.0);
  }

  /** Labels that the server adds itself are left out. */
  private static Optional<Double> told(String meter) {
    String all = given().basePath("").get("/metrics").then().extract().asString();
    String plain = all.replaceAll("mp_[a-z]+=\"[^\"]*\",?", "").replaceAll(",}", "}");
    Matcher line =
        Pattern.compile("(?m)^" + Pattern.quote(meter) + "(?:\\{})? (\\S+)$").matcher(plain);
    return line.find() ? Optional.of(Double.valueOf(line.group(1))) : Optional.empty();
  }
}
