package uz.gogomarket.tasklist;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of a log-in: the session's own, which scripts cannot read, and one with a token that
 * is computed from it, which the page's scripts send back as a header: other sites' pages can read
 * neither. Nothing of both is kept in this server's memory.
 */
final class SessionCookie {

  static final String NAME = "TASKLIST-SESSION";
  static final String TOKEN_NAME = "XSRF-TOKEN";
  static final String TOKEN_HEADER = "X-XSRF-TOKEN";

  private static final String ATTRIBUTES = "; Path=/camunda; SameSite=Strict";
  private static final String GONE = "; Max-Age=0";

  private SessionCookie() {}

  static @Nullable String of(HttpServletRequest request) {
    return value(request, NAME);
  }

  static @Nullable String tokenOf(HttpServletRequest request) {
    return value(request, TOKEN_NAME);
  }

  /** What the page has to send along to change something. */
  static String token(String cookie) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("token of " + cookie).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  static void give(HttpServletResponse response, String cookie) {
    response.addHeader("Set-Cookie", NAME + "=" + cookie + ATTRIBUTES + "; HttpOnly");
    giveToken(response, cookie);
  }

  static void giveToken(HttpServletResponse response, String cookie) {
    response.addHeader("Set-Cookie", TOKEN_NAME + "=" + token(cookie) + ATTRIBUTES);
  }

  static void take(HttpServletResponse response) {
    response.addHeader("Set-Cookie", NAME + "=" + GONE + ATTRIBUTES + "; HttpOnly");
    response.addHeader("Set-Cookie", TOKEN_NAME + "=" + GONE + ATTRIBUTES);
  }

  private static @Nullable String value(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }
}
