package uz.gogomarket.tasklist;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.ProblemException;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.Violation;

/** Answers in the shape that the pages read: {@code type} and {@code message}. */
final class Answer {

  static final String JSON = "application/json";

  private Answer() {}

  static void json(HttpServletResponse response, int status, JsonObject body) throws IOException {
    response.setStatus(status);
    response.setContentType(JSON);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  static void refusal(HttpServletResponse response, ProblemException refusal) throws IOException {
    json(response, refusal.problem().status(), refusal(refusal));
  }

  static void refusal(HttpServletResponse response, int status, String code, String sentence)
      throws IOException {
    json(response, status, refusal(code, sentence));
  }

  /** What is refused and why; of input, field by field. */
  static JsonObject refusal(ProblemException refusal) {
    JsonObjectBuilder body = builder(refusal.code(), refusal.detail());
    if (refusal instanceof InvalidInput invalid) {
      JsonArrayBuilder violations = Json.createArrayBuilder();
      for (Violation violation : invalid.violations()) {
        violations.add(
            Json.createObjectBuilder()
                .add("field", violation.field())
                .add("code", violation.code())
                .add("message", violation.message(RequestInfo.current().locale())));
      }
      body.add("violations", violations);
    }
    return body.build();
  }

  static JsonObject refusal(String code, String sentence) {
    return builder(code, sentence).build();
  }

  private static JsonObjectBuilder builder(String code, String sentence) {
    return Json.createObjectBuilder().add("type", code).add("message", sentence);
  }
}
