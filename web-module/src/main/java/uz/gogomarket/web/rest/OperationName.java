package uz.gogomarket.web.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.gogomarket.web.http.RequestMeters;

/** Names the operation as its description does ({@code operationId}), for what is measured. */
@Provider
@Priority(1)
public class OperationName implements ContainerRequestFilter {

  private final Map<Method, String> names = new ConcurrentHashMap<>();

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    if (method != null) {
      request.setProperty(
          RequestMeters.OPERATION, names.computeIfAbsent(method, OperationName::of));
    }
  }

  /**
   * @param method of a resource
   */
  static String of(Method method) {
    String verb =
        Arrays.stream(method.getAnnotations())
            .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
            .filter(Objects::nonNull)
            .findFirst()
            .map(HttpMethod::value)
            .orElseThrow();
    String path =
        Stream.<AnnotatedElement>of(method.getDeclaringClass(), method)
            .map(each -> each.getAnnotation(Path.class))
            .filter(Objects::nonNull)
            .map(each -> "/" + each.value())
            .collect(Collectors.joining());
    return OpenApiNames.of(verb, path);
  }
}
