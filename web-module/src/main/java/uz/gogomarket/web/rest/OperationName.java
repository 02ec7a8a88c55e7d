package uz.gogomarket.web.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
          RequestMeters.OPERATION,
          names.computeIfAbsent(
              method, each -> each.getDeclaringClass().getSimpleName() + "_" + each.getName()));
    }
  }
}
