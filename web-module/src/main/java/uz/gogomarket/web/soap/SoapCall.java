package uz.gogomarket.web.soap;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** The running SOAP request, for what is thrown behind the door to become the right fault. */
record SoapCall(SoapVersion version, HttpServletResponse response) {

  private static final ThreadLocal<@Nullable SoapCall> CURRENT = new ThreadLocal<>();

  static void enter(SoapCall call) {
    CURRENT.set(call);
  }

  static void leave() {
    CURRENT.remove();
  }

  static SoapCall current() {
    SoapCall call = CURRENT.get();
    if (call == null) {
      throw new IllegalStateException("No SOAP request is running");
    }
    return call;
  }
}
