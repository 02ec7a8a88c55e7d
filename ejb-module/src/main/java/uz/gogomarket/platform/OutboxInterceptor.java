package uz.gogomarket.platform;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every business method of every EJB (bound in ejb-jar.xml), after {@link
 * AccessInterceptor}: what happened in the first use case of a transaction, and in all that it
 * called, is published together when it ends.
 */
public class OutboxInterceptor {

  @Inject Outbox outbox;

  @AroundInvoke
  @Nullable Object publish(InvocationContext useCase) throws Exception {
    if (!outbox.begin()) {
      return useCase.proceed();
    }
    try {
      Object result = useCase.proceed();
      outbox.writeCollected();
      return result;
    } finally {
      outbox.end();
    }
  }
}
