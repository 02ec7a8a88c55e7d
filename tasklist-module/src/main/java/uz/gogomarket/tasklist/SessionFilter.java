package uz.gogomarket.tasklist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.ejb.EJB;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.BpmPlatform;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.SecurityActions;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import uz.gogomarket.identity.TasklistSession;
import uz.gogomarket.identity.TasklistSessions;
import uz.gogomarket.workflow.EngineUser;

/**
 * Finds out who calls, anew for each request: the cookie names a session in the database, which may
 * have been ended, and whose owner may have lost a permission. Nothing is kept in HTTP sessions, so
 * that who has not logged in costs no memory. Takes the place of the web applications' own filter.
 */
public class SessionFilter implements Filter {

  private static final String SESSION = SessionFilter.class.getName();

  /** What a group may use is written down when the engine starts. */
  private static final Duration REMEMBERED = Duration.ofSeconds(30);

  private static final int MOST = 1_000;

  private final Cache<EngineUser, UserAuthentication> applications =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

  @EJB TasklistSessions sessions;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    Authentications authentications = new Authentications();
    String cookie = SessionCookie.of(http);
    Optional<TasklistSession> session = sessions.find(cookie);
    if (session.isPresent()) {
      request.setAttribute(SESSION, session.get());
      authentications.addOrReplace(
          applications.get(session.get().user(), SessionFilter::authentication));
    } else if (cookie != null) {
      SessionCookie.take((HttpServletResponse) response);
    }
    Authentications.setCurrent(authentications);
    try {
      SecurityActions.runWithAuthentications(
          () -> {
            chain.doFilter(request, response);
            return true;
          },
          authentications);
    } finally {
      Authentications.clearCurrent();
    }
  }

  /** The living session that a request belongs to. */
  static Optional<TasklistSession> of(ServletRequest request) {
    return Optional.ofNullable((TasklistSession) request.getAttribute(SESSION));
  }

  /** A user of the engine with the groups of this moment, and the applications open to them. */
  private static UserAuthentication authentication(EngineUser user) {
    ProcessEngine engine = BpmPlatform.getDefaultProcessEngine();
    return AuthenticationUtil.createAuthentication(
        engine, user.login(), List.copyOf(user.groups()), List.of());
  }
}
