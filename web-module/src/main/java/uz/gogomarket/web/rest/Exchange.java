package uz.gogomarket.web.rest;

import org.jspecify.annotations.Nullable;

/** The running request, for the helpers that work on it behind the resources. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Exchange(String method, String path, byte[] body) {

  private static final ThreadLocal<@Nullable Exchange> CURRENT = new ThreadLocal<>();

  static void enter(Exchange exchange) {
    CURRENT.set(exchange);
  }

  static void leave() {
    CURRENT.remove();
  }

  static Exchange current() {
    Exchange exchange = CURRENT.get();
    if (exchange == null) {
      throw new IllegalStateException("No REST request is running");
    }
    return exchange;
  }
}
