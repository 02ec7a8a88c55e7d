package uz.gogomarket.tasklist;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.camunda.bpm.BpmPlatform;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.BufferedRequest;

/**
 * Lets through to the engine's REST what is written in {@code allowed-calls.txt} and refuses the
 * rest. It stands after the filters that find out who calls, and hands on what it has read: path
 * and query in the one way there is to read them, a JSON body written anew.
 */
public class AllowedCallsFilter implements Filter {

  private static final Logger LOG = Logger.getLogger(AllowedCallsFilter.class.getName());
  private static final String ROOT = "/api";
  private static final int MAX_BODY = 64 * 1024;

  private final AllowedCalls calls = AllowedCalls.read();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletRequest checked;
    try {
      checked = checked(http);
    } catch (Refused refused) {
      refuse(http, (HttpServletResponse) response, refused);
      return;
    }
    chain.doFilter(checked, response);
  }

  private HttpServletRequest checked(HttpServletRequest request) throws IOException, Refused {
    ProcessEngine engine = BpmPlatform.getDefaultProcessEngine();
    if (engine == null) {
      throw new Refused("The workflows are not running yet");
    }
    Authentication caller = engine.getIdentityService().getCurrentAuthentication();
    String path = RequestPath.below(request.getContextPath() + ROOT, request);
    AllowedCall call =
        calls.find(groups(caller), request.getMethod(), path, RequestPath.query(request));
    if (call.form()) {
      requireType(request, "application/x-www-form-urlencoded");
      return request;
    }
    try {
      if (call.path().contains("{mine}") && !isMine(engine, call.id(path), caller)) {
        throw new Refused("The task is not yours");
      }
      return new BufferedRequest(request, body(request, fields(engine, call, path, caller)));
    } catch (ProcessEngineException e) {
      LOG.log(Level.FINE, "The engine refuses", e);
      throw new Refused("The engine does not let you");
    }
  }

  private static List<String> groups(@Nullable Authentication caller) {
    List<String> groups = new ArrayList<>(List.of(AllowedCalls.ANYBODY));
    if (caller != null && caller.getGroupIds() != null) {
      groups.addAll(caller.getGroupIds());
    }
    return groups;
  }

  private static boolean isMine(ProcessEngine engine, String task, @Nullable Authentication me) {
    return me != null
        && engine
                .getTaskService()
                .createTaskQuery()
                .taskId(task)
                .taskAssignee(me.getUserId())
                .count()
            == 1;
  }

  /** The call's fields with what they may hold; none: anything. */
  private static Map<String, Set<JsonValue>> fields(
      ProcessEngine engine, AllowedCall call, String path, @Nullable Authentication caller) {
    Map<String, Set<JsonValue>> fields = new LinkedHashMap<>();
    for (Map.Entry<String, String> field : call.fields().entrySet()) {
      String name = field.getKey();
      String value = field.getValue();
      if (name.contains("<form>")) {
        new TaskForms(engine)
            .variables(call.id(path))
            .forEach(
                (variable, type) ->
                    fields.put(
                        name.replace("<form>", variable),
                        value.isEmpty() ? Set.of() : Set.of(Json.createValue(type))));
      } else {
        fields.put(
            name,
            switch (value) {
              case "" -> Set.of();
              case "<me>" -> Set.of(Json.createValue(caller == null ? "" : caller.getUserId()));
              case "<candidate>" -> candidates(engine, call.id(path));
              default -> Set.of(JsonFields.fixed(value));
            });
      }
    }
    return fields;
  }

  /** Nobody, or somebody of a group that the task is for. */
  private static Set<JsonValue> candidates(ProcessEngine engine, String task) {
    Set<JsonValue> candidates = new HashSet<>(Set.of(JsonValue.NULL));
    for (IdentityLink link : engine.getTaskService().getIdentityLinksForTask(task)) {
      if (link.getGroupId() != null) {
        engine
            .getIdentityService()
            .createUserQuery()
            .memberOfGroup(link.getGroupId())
            .list()
            .forEach(user -> candidates.add(Json.createValue(user.getId())));
      }
    }
    return candidates;
  }

  private static byte[] body(HttpServletRequest request, Map<String, Set<JsonValue>> fields)
      throws IOException, Refused {
    byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw new Refused("The body is larger than " + MAX_BODY + " bytes");
    }
    if (body.length == 0 && fields.values().stream().allMatch(Set::isEmpty)) {
      return body;
    }
    requireType(request, "application/json");
    return new JsonFields(fields).read(body).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void requireType(HttpServletRequest request, String type) throws Refused {
    String actual = request.getContentType();
    if (actual == null || !actual.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(type)) {
      throw new Refused("The body has to be " + type);
    }
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Refused refused)
      throws IOException {
    LOG.log(
        Level.INFO,
        "Refused {0} {1}: {2}",
        new Object[] {request.getMethod(), request.getRequestURI(), refused.sentence()});
    Answer.refusal(response, HttpServletResponse.SC_FORBIDDEN, "not_allowed", refused.sentence());
  }
}
