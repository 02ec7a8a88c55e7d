package uz.gogomarket.web.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Unauthenticated;

/**
 * Sends away whoever shows no token where the description asks for one, before anything is said
 * about the rest of the request. Who may do what is the services' affair.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class LogInFirst implements ContainerRequestFilter {

  private enum Door {
    OPEN,
    GUESTS_TOO,
    ACCOUNTS
  }

  private final Map<Method, Door> doors = new ConcurrentHashMap<>();

  @Context ResourceInfo resource;
  @Inject Actors actors;

  @Override
  public void filter(ContainerRequestContext request) {
    Actor.Kind kind = actors.current().kind();
    if (kind != Actor.Kind.ANONYMOUS && kind != Actor.Kind.GUEST) {
      return;
    }
    Door door = doors.computeIfAbsent(resource.getResourceMethod(), LogInFirst::of);
    if (door == Door.ACCOUNTS || (door == Door.GUESTS_TOO && kind == Actor.Kind.ANONYMOUS)) {
      throw new Unauthenticated(
          "unauthenticated",
          door == Door.ACCOUNTS ? "Log in first." : "Log in, or send your guest token.");
    }
  }

  /** What the annotations of the method say, or else those of its class, or else: accounts. */
  private static Door of(Method method) {
    SecurityRequirement[] asked = method.getAnnotationsByType(SecurityRequirement.class);
    boolean open = isOpen(method.getAnnotation(SecurityRequirements.class));
    if (asked.length == 0 && !open) {
      Class<?> type = method.getDeclaringClass();
      asked = type.getAnnotationsByType(SecurityRequirement.class);
      open = isOpen(type.getAnnotation(SecurityRequirements.class));
    }
    if (open) {
      return Door.OPEN;
    }
    return Arrays.stream(asked).anyMatch(each -> each.name().equals(OpenApiDescription.GUEST))
        ? Door.GUESTS_TOO
        : Door.ACCOUNTS;
  }

  private static boolean isOpen(@Nullable SecurityRequirements requirements) {
    return requirements != null && requirements.value().length == 0;
  }
}
