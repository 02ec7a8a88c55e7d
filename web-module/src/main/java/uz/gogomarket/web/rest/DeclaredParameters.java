package uz.gogomarket.web.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.Violation;

/**
 * Refuses query parameters that the operation does not declare, those that come twice where one is
 * meant, and control characters in them: a misspelt filter would otherwise show everything.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class DeclaredParameters implements ContainerRequestFilter {

  /** By method: the names, and whether one may come more than once. */
  private final Map<Method, Map<String, Boolean>> declared = new ConcurrentHashMap<>();

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
    if (given.isEmpty()) {
      return;
    }
    Map<String, Boolean> known =
        declared.computeIfAbsent(resource.getResourceMethod(), DeclaredParameters::of);
    List<Violation> violations = new ArrayList<>();
    given.forEach(
        (name, values) -> {
          Boolean repeatable = known.get(name);
          if (repeatable == null) {
            violations.add(Violation.of(name, "unknown_parameter"));
          } else if (values.size() > 1 && !repeatable) {
            violations.add(Violation.of(name, "repeated_parameter"));
          } else if (!values.stream().allMatch(Json::isPlain)) {
            violations.add(Violation.of(name, "control_characters"));
          }
        });
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
  }

  private static Map<String, Boolean> of(Method method) {
    Map<String, Boolean> names = new HashMap<>();
    for (Parameter each : method.getParameters()) {
      add(names, each, each.getType());
      if (each.isAnnotationPresent(BeanParam.class)) {
        for (Field field : each.getType().getDeclaredFields()) {
          add(names, field, field.getType());
        }
      }
    }
    return names;
  }

  private static void add(Map<String, Boolean> names, AnnotatedElement element, Class<?> type) {
    QueryParam parameter = element.getAnnotation(QueryParam.class);
    if (parameter != null) {
      names.put(parameter.value(), Collection.class.isAssignableFrom(type));
    }
  }
}
