package uz.gogomarket.web.rest;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Retries;

/** Calls resources through {@link Retries}: here no transaction has begun, and the body is read. */
@TriedAgain
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class TriesAgain implements Serializable {

  private static final long serialVersionUID = 1L;

  @AroundInvoke
  @Nullable Object call(InvocationContext resource) throws Exception {
    return Retries.<@Nullable Object>call(resource::proceed);
  }
}
