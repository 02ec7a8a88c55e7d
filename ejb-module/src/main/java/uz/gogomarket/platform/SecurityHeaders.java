package uz.gogomarket.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.microprofile.config.ConfigProvider;

/** What every answer tells a browser: nothing of ours is framed, guessed at or given away. */
public final class SecurityHeaders {

  /**
   * Scripts, styles and requests of our own pages only; none of it inline. Pages that come with a
   * policy of their own replace it.
   */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  /** Two years, as browsers ask for before they preload it. */
  private static final String TLS_ONLY = "max-age=63072000; includeSubDomains";

  private final TrustedProxies proxies;
  private final boolean alwaysTls;

  private SecurityHeaders(TrustedProxies proxies, boolean alwaysTls) {
    this.proxies = proxies;
    this.alwaysTls = alwaysTls;
  }

  /** As the settings have them. */
  public static SecurityHeaders configured() {
    String baseUrl =
        ConfigProvider.getConfig()
            .getOptionalValue("gogomarket.base-url", String.class)
            .orElse("http://localhost");
    return new SecurityHeaders(TrustedProxies.configured(), baseUrl.startsWith("https:"));
  }

  /** To be called before anything is answered. */
  public void write(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", POLICY);
    if (alwaysTls || proxies.origin(request).secure()) {
      response.setHeader("Strict-Transport-Security", TLS_ONLY);
    }
  }
}
