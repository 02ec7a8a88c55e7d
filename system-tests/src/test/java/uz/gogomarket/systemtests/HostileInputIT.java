package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uz.gogomarket.systemtests.Description.Operation;
import uz.gogomarket.systemtests.PlainHttp.Answer;
import uz.gogomarket.systemtests.TestAccounts.Person;

/**
 * What no well-behaved client sends, to every operation of the served description and to every
 * place of its body, by somebody who may do everything, to things that are there: the answer is a
 * problem of the client's, never one of ours, and a request that was refused has changed nothing. A
 * new endpoint is in it without being asked; one that names a thing that {@link OwnThings} lacks
 * makes it fail.
 */
class HostileInputIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] NOTHING = new byte[0];
  private static final int ROUNDS = 3;

  /** Values for any part of an address, as they travel. */
  private static final List<String> VALUES =
      List.of("abc", "-1", "9223372036854775808", "x".repeat(4_000), "'%3b%20drop%20table%20users");

  /** And for a part of its path. */
  private static final List<String> STEPS =
      List.of("0", "%07", "%", "../..", "..%2f..%2f", ";x=1", "%3cscript%3e");

  /** The server refuses these in a path before they are ours: 400, and says no more. */
  private static final List<String> NO_TEXT = List.of("%00", "1%00", "%ff%fe", "%ed%a0%80");

  private static Description description;
  private static Person caller;
  private static OwnThings own;
  private static Map<String, String> versions;
  private static Tables tables;

  /** A request, and whether it may be taken. */
  private record Request(
      String name, String target, Map<String, String> headers, byte[] body, boolean harmless) {}

  @BeforeAll
  static void things_of_ones_own() {
    description = Description.served();
    caller = TestAccounts.everything();
    own = new OwnThings(caller);
    versions = new HashMap<>();
    tables = Tables.now();
  }

  @TestFactory
  Stream<DynamicTest> bad_input_is_refused_as_such_and_changes_nothing() {
    return description.operations().stream()
        .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> attack(operation)));
  }

  /**
   * Asks until nothing is taken any more, so that what has changed was changed by refused requests;
   * a change must show again, since the marketplace's own jobs write too.
   */
  private static void attack(Operation operation) {
    List<Request> requests = requests(operation);
    for (int round = 1; ; round++) {
      Tables before = tables.later();
      List<Request> refused = new ArrayList<>();
      List<String> wrong = new ArrayList<>();
      for (Request request : requests) {
        Answer answer = ask(operation, request);
        boolean taken = answer.status() < 300 && request.harmless();
        if (!taken) {
          refused.add(request);
        }
        if (!(taken ? isJson(answer) : isProblem(request, answer))) {
          wrong.add(told(request, answer));
        }
      }
      assertThat(wrong).as(operation.name()).isEmpty();
      tables = before.later();
      List<String> changed = tables.changedSince(before);
      if (changed.isEmpty()) {
        return;
      }
      assertThat(round).as("Refused requests have changed " + changed).isLessThan(ROUNDS);
      requests = refused;
    }
  }

  private static String told(Request request, Answer answer) {
    return "%.120s -> %d %s %.300s"
        .formatted(request.name(), answer.status(), answer.type(), answer.body());
  }

  private static boolean isJson(Answer answer) {
    return answer.body().isEmpty() || answer.type().startsWith("application/json");
  }

  private static boolean isProblem(Request request, Answer answer) {
    if (NO_TEXT.stream().anyMatch(request.target()::contains) && answer.status() == 400) {
      return answer.body().isEmpty() || answer.type().startsWith("application/problem+json");
    }
    if (answer.status() / 100 != 4 || !answer.type().startsWith("application/problem+json")) {
      return false;
    }
    try {
      JsonNode problem = JSON.readTree(answer.body());
      return problem.path("status").asInt() == answer.status()
          && problem.path("code").asText().matches("[a-z][a-z0-9_]+")
          && !answer.body().matches("(?s).*(Exception|uz\\.gogomarket|jakarta\\.|org\\.).*");
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Once more, with what the thing's version is now, where another request has changed it. */
  private static Answer ask(Operation operation, Request request) {
    Answer answer = send(operation, request);
    if (answer.status() != 412) {
      return answer;
    }
    versions.put(operation.path(), version(operation));
    return send(operation, request);
  }

  private static Answer send(Operation operation, Request request) {
    return PlainHttp.send(
        operation.method(),
        request.target(),
        headers(operation, request),
        OwnThings.unique(request.body()));
  }

  private static Map<String, String> headers(Operation operation, Request request) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", "Bearer " + caller.accessToken());
    headers.put("Accept", "application/json");
    headers.put("Idempotency-Key", Shop.key());
    headers.put("If-Match", versions.getOrDefault(operation.path(), "\"0\""));
    if (!operation.body().isEmpty()) {
      headers.put("Content-Type", "application/json");
    }
    headers.putAll(request.headers());
    return headers;
  }

  /** The ETag of what the operation changes, from the next address above it that can be read. */
  private static String version(Operation operation) {
    String path = operation.path();
    while (!path.isEmpty()) {
      String address = path;
      Optional<Operation> read =
          description.operations().stream()
              .filter(each -> each.method().equals("GET") && each.path().equals(address))
              .findFirst();
      if (read.isPresent()) {
        return PlainHttp.send(
                "GET",
                own.address(read.get()),
                Map.of("Authorization", "Bearer " + caller.accessToken()),
                NOTHING)
            .headers()
            .getOrDefault("etag", "\"0\"");
      }
      path = path.substring(0, path.lastIndexOf('/'));
    }
    return "\"0\"";
  }

  private static List<Request> requests(Operation operation) {
    List<Request> requests = new ArrayList<>();
    String address = own.address(operation);
    byte[] good = NOTHING;
    if (!operation.body().isEmpty()) {
      Object body = own.body(description, operation);
      good = json(body);
      for (HostileBodies.Body each : HostileBodies.of(description, operation.body(), body)) {
        requests.add(new Request(each.name(), address, Map.of(), each.text(), each.harmless()));
      }
      for (String type :
          List.of(
              "text/plain",
              "application/xml",
              "application/x-www-form-urlencoded",
              "nonsense",
              "")) {
        requests.add(
            new Request(
                "Content-Type " + type, address, Map.of("Content-Type", type), good, false));
      }
    }
    for (String type : List.of("text/html", "image/png", "nonsense")) {
      requests.add(new Request("Accept " + type, address, Map.of("Accept", type), good, false));
    }
    if (operation.parameters("header").contains("Idempotency-Key")) {
      for (String key : List.of("", " ", "x".repeat(201))) {
        requests.add(
            new Request(
                "Idempotency-Key " + key, address, Map.of("Idempotency-Key", key), good, false));
      }
    }
    String more = address + (address.contains("?") ? "&" : "?");
    requests.add(new Request("unknown parameter", more + "nobody=1", Map.of(), good, false));
    if (operation.parameters("query").contains("limit")) {
      requests.add(
          new Request("two of one parameter", more + "limit=1&limit=2", Map.of(), good, false));
    }
    for (String target : targets(operation, address)) {
      requests.add(new Request(target, target, Map.of(), good, true));
    }
    return requests;
  }

  /** The operation's address with one part of it, or one parameter, after the other gone bad. */
  private static List<String> targets(Operation operation, String address) {
    List<String> targets = new ArrayList<>();
    String[] names = operation.path().split("/", -1);
    for (int i = 0; i < names.length; i++) {
      if (names[i].startsWith("{")) {
        for (String value : together(VALUES, STEPS, NO_TEXT)) {
          String[] parts = address.replaceFirst("\\?.*", "").split("/", -1);
          parts[i] = value;
          targets.add(String.join("/", parts));
        }
      }
    }
    for (String name : operation.parameters("query")) {
      for (String value : together(VALUES, NO_TEXT)) {
        targets.add(address + (address.contains("?") ? "&" : "?") + name + "=" + value);
      }
    }
    return targets;
  }

  @SafeVarargs
  private static List<String> together(List<String>... lists) {
    return Stream.of(lists).flatMap(List::stream).toList();
  }

  private static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
