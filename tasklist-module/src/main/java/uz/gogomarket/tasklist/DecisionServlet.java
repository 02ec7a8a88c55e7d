package uz.gogomarket.tasklist;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.disputes.DecisionCase;
import uz.gogomarket.disputes.DecisionOutcome;
import uz.gogomarket.disputes.DisputeDesk;
import uz.gogomarket.identity.TasklistSession;
import uz.gogomarket.identity.TasklistSessions;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.ProblemException;

/**
 * What the form for deciding a dispute asks, for whoever is logged in to the tasklist: {@code GET
 * /decisions/<task>} is the case, {@code GET /decisions/<task>/conversation} all that was said,
 * page by page, and {@code POST /decisions/<task>/outcome} tells what a decision would do with the
 * money, and what is wrong with it, field by field.
 */
public class DecisionServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int MAX_BODY = 16 * 1024;
  private static final int MESSAGES = 100;

  @EJB transient TasklistSessions sessions;
  @EJB transient DisputeDesk desk;

  /** What is asked about which task. */
  private record Question(String task, String about) {

    static Question of(HttpServletRequest request) throws Refused {
      String root = request.getContextPath() + request.getServletPath();
      String[] words = RequestPath.below(root, request).split("/", -1);
      return new Question(
          words.length > 1 ? words[1] : "",
          words.length == 3 ? words[2] : words.length > 3 ? "?" : "");
    }
  }

  private interface UseCase {
    JsonObject answer(Question question);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String cursor = request.getParameter("cursor");
    answer(
        request,
        response,
        question ->
            switch (question.about()) {
              case "" -> json(desk.caseOf(desk.ofTask(question.task())));
              case "conversation" ->
                  json(
                      desk.conversation(
                          desk.ofTask(question.task()), new PageRequest(MESSAGES, cursor)));
              default -> JsonValue.EMPTY_JSON_OBJECT;
            });
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(MAX_BODY);
    answer(
        request,
        response,
        question -> {
          if (!question.about().equals("outcome")) {
            return JsonValue.EMPTY_JSON_OBJECT;
          }
          JsonObject decision = parsed(body);
          return json(
              desk.foresee(
                  desk.ofTask(question.task()),
                  text(decision, "decision"),
                  text(decision, "refundAmount")));
        });
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, UseCase useCase)
      throws IOException {
    Optional<TasklistSession> session = SessionFilter.of(request);
    if (session.isEmpty()) {
      Answer.refusal(response, 401, "unauthenticated", "Log in first.");
      return;
    }
    try {
      Question question = Question.of(request);
      JsonObject answer = sessions.act(session.get(), () -> useCase.answer(question));
      if (answer.isEmpty()) {
        Answer.refusal(response, 404, "not_found", "There is nothing here.");
      } else {
        Answer.json(response, HttpServletResponse.SC_OK, answer);
      }
    } catch (ProblemException refusal) {
      Answer.refusal(response, refusal);
    } catch (Refused refused) {
      Answer.refusal(response, HttpServletResponse.SC_FORBIDDEN, "not_allowed", refused.sentence());
    }
  }

  /** Beside its own exceptions the parser throws bare ones, where values lie too deep. */
  private static JsonObject parsed(byte[] body) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    } catch (RuntimeException malformed) {
      throw InvalidInput.of("body", "not_object");
    }
  }

  private static @Nullable String text(JsonObject object, String field) {
    JsonValue value = object.get(field);
    if (value == null || value == JsonValue.NULL) {
      return null;
    }
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  private static JsonObject json(DecisionCase dispute) {
    return Json.createObjectBuilder()
        .add("orderNumber", dispute.orderNumber())
        .add("openedBy", dispute.openedBy())
        .add("type", EnumConverter.label(dispute.type()))
        .add("refundable", dispute.refundable().toString())
        .add("conversation", dispute.conversation())
        .add("leftOut", dispute.leftOut())
        .build();
  }

  private static JsonObject json(Page<String> page) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("items", Json.createArrayBuilder(page.items()));
    if (page.nextCursor() != null) {
      json.add("nextCursor", page.nextCursor());
    }
    return json.build();
  }

  private static JsonObject json(DecisionOutcome outcome) {
    return Json.createObjectBuilder()
        .add("consequences", Json.createArrayBuilder(outcome.consequences()))
        .add("confirmation", outcome.confirmation())
        .build();
  }
}
