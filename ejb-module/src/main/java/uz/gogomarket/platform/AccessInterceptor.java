package uz.gogomarket.platform;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every business method of every EJB (bound in ejb-jar.xml): checks who may call it
 * (the database hears of it from {@link Sql}), and lets as many in as there are connections ({@link
 * Bulkhead}). A method without a rule cannot be called. What is {@link Elevated} begins to be so
 * after all checks. At the end it writes what entities have still to write: a refusal is the use
 * case's, not the commit's.
 */
public class AccessInterceptor {

  private static final Map<Method, Rule> RULES = new ConcurrentHashMap<>();
  private static final ThreadLocal<Call> CALL = ThreadLocal.withInitial(Call::new);

  @Inject Actors actors;
  @Inject Entities entities;
  @Inject Bulkhead bulkhead;
  @Inject @Any Instance<SessionCheck> sessionChecks;

  @AroundInvoke
  @Nullable Object enter(InvocationContext invocation) throws Exception {
    Rule rule = RULES.computeIfAbsent(invocation.getMethod(), Rule::of);
    Actor actor = actors.current();
    Call call = CALL.get();
    call.depth++;
    try {
      rule.check(actor, call.depth - 1);
      bulkhead.enter();
      if (rule.freshSession() && actor.sessionId() != null) {
        call.requireLive(actor, sessionChecks);
      }
      Object result = rule.elevated() ? actors.elevated(invocation::proceed) : invocation.proceed();
      entities.settle();
      return result;
    } finally {
      call.depth--;
      if (call.depth == 0) {
        CALL.remove();
      }
    }
  }

  /**
   * How deep the use cases of this thread are nested, and whose session was looked at: once is
   * enough, wherever in the call it is needed first (an idempotent request asks below the top).
   */
  private static final class Call {
    private int depth;
    private @Nullable String liveSession;

    void requireLive(Actor actor, Iterable<SessionCheck> checks) {
      if (Objects.equals(actor.sessionId(), liveSession)) {
        return;
      }
      for (SessionCheck check : checks) {
        if (check.knows(actor.kind())) {
          check.requireLive(actor);
        }
      }
      liveSession = actor.sessionId();
    }
  }

  /** What the annotations of a method, or else of its class, say. */
  record Rule(
      boolean anyone,
      boolean internal,
      List<String> grants,
      boolean freshSession,
      boolean elevated) {

    static Rule of(Method method) {
      Allow allow = find(method, Allow.class);
      boolean anyone = find(method, AllowAnyone.class) != null;
      boolean internal = find(method, Internal.class) != null;
      // A rule on the method wins over the rules on its class.
      if (method.isAnnotationPresent(Allow.class)) {
        anyone = internal = false;
      } else if (method.isAnnotationPresent(AllowAnyone.class)) {
        internal = false;
        allow = null;
      } else if (method.isAnnotationPresent(Internal.class)) {
        anyone = false;
        allow = null;
      }
      if (allow == null && !anyone && !internal) {
        throw new IllegalStateException(method + " says not who may call it");
      }
      return new Rule(
          anyone,
          internal,
          allow == null ? List.of() : List.of(allow.value()),
          find(method, FreshSession.class) != null,
          find(method, Elevated.class) != null);
    }

    private static <A extends Annotation> @Nullable A find(Method method, Class<A> type) {
      A onMethod = method.getAnnotation(type);
      return onMethod != null ? onMethod : method.getDeclaringClass().getAnnotation(type);
    }

    void check(Actor actor, int depth) {
      if (anyone || actor.has(Actor.SYSTEM)) {
        return;
      }
      if (internal) {
        if (depth == 0) {
          throw new IllegalStateException("An internal use case was called from outside");
        }
        return;
      }
      if (grants.stream().anyMatch(actor::has)) {
        return;
      }
      if (actor.kind() == Actor.Kind.ANONYMOUS || actor.kind() == Actor.Kind.GUEST) {
        throw new Unauthenticated("unauthenticated", "Log in first.");
      }
      if (actor.kind() == Actor.Kind.API_KEY) {
        throw new MissingScope(String.join(" or ", grants));
      }
      throw new AccessDenied();
    }
  }
}
