package uz.gogomarket.platform;

import org.jspecify.annotations.Nullable;

/**
 * Where the running request comes from, for audit rows, sessions and log lines. Empty in jobs.
 *
 * @param requestId taken from or given to the client as {@code X-Request-Id}
 * @param locale uz, ru or en
 */
public record RequestInfo(
    @Nullable String requestId,
    @Nullable String address,
    @Nullable String userAgent,
    String locale) {

  private static final RequestInfo NONE = new RequestInfo(null, null, null, "uz");
  private static final ThreadLocal<RequestInfo> CURRENT = ThreadLocal.withInitial(() -> NONE);

  public static RequestInfo current() {
    return CURRENT.get();
  }

  public static void enter(RequestInfo info) {
    CURRENT.set(info);
  }

  public static void leave() {
    CURRENT.remove();
  }
}
