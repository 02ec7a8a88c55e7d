package uz.gogomarket.tasklist;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Locale;

/**
 * Marks cookies as secure. The engine's filters write all of theirs anew as headers, the server's
 * session cookie too.
 */
final class SecureCookies extends HttpServletResponseWrapper {

  private static final String SET_COOKIE = "Set-Cookie";

  SecureCookies(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void setHeader(String name, String value) {
    super.setHeader(name, marked(name, value));
  }

  @Override
  public void addHeader(String name, String value) {
    super.addHeader(name, marked(name, value));
  }

  private static String marked(String name, String value) {
    return name.equalsIgnoreCase(SET_COOKIE)
            && !value.toLowerCase(Locale.ROOT).matches(".*;\\s*secure(;.*|$)")
        ? value + "; Secure"
        : value;
  }
}
