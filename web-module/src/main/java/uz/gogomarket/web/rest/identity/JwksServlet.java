package uz.gogomarket.web.rest.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import uz.gogomarket.identity.TokenService;

/**
 * The keys that access tokens are signed with, at the place where RFC 8615 lets others look for
 * them.
 */
@WebServlet("/.well-known/jwks.json")
public class JwksServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient TokenService tokens;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/jwk-set+json");
    response.setHeader("Cache-Control", "public, max-age=300");
    response.getOutputStream().write(tokens.jwks().getBytes(StandardCharsets.UTF_8));
  }
}
