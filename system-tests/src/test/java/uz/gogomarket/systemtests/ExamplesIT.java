package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uz.gogomarket.systemtests.Description.Operation;

/**
 * What the description shows can be read as it stands: sent unchanged, with all its examples, as
 * the account of the demo marketplace that may do it.
 */
class ExamplesIT {

  private static final String PASSWORD = "Bozor-2026-demo";

  /** What the demo marketplace has none of for its accounts. */
  private static final Map<String, Integer> NOT_THERE =
      Map.of("getDispute", 404, "getPartnerKey", 404);

  private static final Map<String, String> TOKENS = new HashMap<>();

  @TestFactory
  Stream<DynamicTest> every_read_that_is_shown_works_as_it_stands() {
    return DynamicTest.stream(
        Description.served().operations().stream().filter(each -> each.method().equals("GET")),
        Operation::name,
        operation -> {
          Response answer = read(operation);
          String id = String.valueOf(operation.said().get("operationId"));
          assertThat(answer.statusCode())
              .as(answer.asString())
              .isEqualTo(NOT_THERE.getOrDefault(id, 200));
        });
  }

  private static Response read(Operation operation) {
    RequestSpecification request = given().basePath("");
    String path = operation.path();
    for (Map.Entry<String, Object> each : operation.examples("path").entrySet()) {
      path = path.replace("{" + each.getKey() + "}", String.valueOf(each.getValue()));
    }
    if (!operation.isOpen()) {
      request.header("Authorization", "Bearer " + token(operation.room()));
    }
    return request.queryParams(operation.examples("query")).get(path);
  }

  private static String token(String room) {
    String account =
        switch (room) {
          case "admin", "courier", "seller" -> room;
          case "partner" -> "seller";
          default -> "buyer";
        };
    return TOKENS.computeIfAbsent(account, ExamplesIT::logIn);
  }

  private static String logIn(String account) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("email", account + "@gogomarket.example", "password", PASSWORD))
        .post("/auth/login")
        .then()
        .statusCode(200)
        .extract()
        .path("accessToken");
  }
}
