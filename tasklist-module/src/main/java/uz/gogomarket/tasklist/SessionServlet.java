package uz.gogomarket.tasklist;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.BpmPlatform;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import uz.gogomarket.identity.TasklistSessions;
import uz.gogomarket.platform.ProblemException;

/**
 * Logs in and out in place of the web applications' own REST, in their words: {@code POST
 * …/login/<application>} with {@code username} and {@code password}, {@code POST …/logout}.
 */
public class SessionServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String LOGOUT = "logout";

  @EJB transient TasklistSessions sessions;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().endsWith(LOGOUT)) {
      SessionFilter.of(request).ifPresent(sessions::logOut);
      SessionCookie.take(response);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      logIn(request, response);
    }
  }

  private void logIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = Objects.requireNonNullElse(request.getPathInfo(), "/");
    String email = Objects.requireNonNullElse(request.getParameter("username"), "");
    String password = Objects.requireNonNullElse(request.getParameter("password"), "");
    try {
      String cookie =
          sessions.logIn(email, password, login -> applications(login).contains(path.substring(1)));
      SessionCookie.give(response, cookie);
      Answer.json(
          response,
          HttpServletResponse.SC_OK,
          user(sessions.find(cookie).orElseThrow().user().login()));
    } catch (ProblemException refusal) {
      Answer.refusal(response, refusal);
    }
  }

  private static JsonObject user(String login) {
    return Json.createObjectBuilder()
        .add("userId", login)
        .add("authorizedApps", Json.createArrayBuilder(applications(login)))
        .build();
  }

  private static Set<String> applications(String login) {
    ProcessEngine engine = BpmPlatform.getDefaultProcessEngine();
    // Whoever was logged in before may not read who logs in now.
    engine.getIdentityService().clearAuthentication();
    UserAuthentication authentication = AuthenticationUtil.createAuthentication(engine, login);
    return authentication == null ? Set.of() : new TreeSet<>(authentication.getAuthorizedApps());
  }
}
