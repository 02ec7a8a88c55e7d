package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import uz.gogomarket.systemtests.Description.Operation;

/**
 * The served description keeps its word: nobody calls every operation with the example it shows.
 */
class OpenApiIT {

  private static final String VERSION = "If-Match";
  private static final String KEY = "Idempotency-Key";

  @TestFactory
  Stream<DynamicTest> what_is_secured_asks_to_log_in() {
    return each(
        operation -> !operation.isOpen(),
        operation -> {
          Response answer = call(operation, given().header(VERSION, "\"0\"").header(KEY, key()));
          assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
          assertThat(answer.<String>path("code")).isEqualTo("unauthenticated");
        });
  }

  @TestFactory
  Stream<DynamicTest> what_is_open_asks_nobody_to_log_in() {
    return each(
        Operation::isOpen,
        operation -> {
          Response answer = call(operation, given());
          assertThat(answer.asString()).doesNotContain("\"unauthenticated\"", "invalid_input");
          assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
        });
  }

  @TestFactory
  Stream<DynamicTest> a_version_is_asked_for_exactly_where_it_is_described() {
    return each(
        operation -> !operation.method().equals("GET"),
        operation -> {
          Response answer = call(operation, TestAccounts.buyer().request().header(KEY, key()));
          assertThat(answer.statusCode() == 428)
              .as(answer.asString())
              .isEqualTo(takes(operation, VERSION));
        });
  }

  @TestFactory
  Stream<DynamicTest> a_key_is_asked_for_exactly_where_it_is_described() {
    return each(
        operation -> !operation.method().equals("GET"),
        operation -> {
          Response answer =
              call(operation, TestAccounts.buyer().request().header(VERSION, "\"0\""));
          assertThat(answer.asString().contains("\"idempotency_key_required\""))
              .as(answer.asString())
              .isEqualTo(takes(operation, KEY));
        });
  }

  private static Stream<DynamicTest> each(
      Predicate<Operation> which, ThrowingConsumer<Operation> test) {
    return DynamicTest.stream(
        Description.served().operations().stream().filter(which), Operation::name, test);
  }

  private static Response call(Operation operation, RequestSpecification request) {
    request.basePath("").contentType("application/json").queryParams(operation.query());
    if (!operation.body().isEmpty()) {
      request.body(operation.example());
    }
    String path = operation.path().replace("{role}", "seller").replaceAll("\\{[^}]+}", "1");
    return request.request(operation.method(), path);
  }

  private static boolean takes(Operation operation, String header) {
    return operation.parameters("header").contains(header);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
