package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uz.gogomarket.systemtests.Description.Operation;

/** The accounts of the demo marketplace, each for the operations that it may use. */
final class DemoAccounts {

  static final List<String> ALL = List.of("admin", "courier", "seller", "buyer");

  private static final String PASSWORD = "Bozor-2026-demo";

  private final Map<String, String> tokens = new HashMap<>();

  /** From whoever the operation is for; from nobody where it is for everybody. */
  RequestSpecification request(Operation operation) {
    RequestSpecification request = given().basePath("").contentType(ContentType.JSON);
    return operation.isOpen()
        ? request
        : request.header("Authorization", "Bearer " + token(account(operation.room())));
  }

  String token(String account) {
    return tokens.computeIfAbsent(account, DemoAccounts::logIn);
  }

  private static String account(String room) {
    return switch (room) {
      case "admin", "courier", "seller" -> room;
      case "partner" -> "seller";
      default -> "buyer";
    };
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
