package uz.gogomarket.web.rest;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.DatabaseFailure;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.Problem;
import uz.gogomarket.platform.ProblemException;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.TooManyRequests;
import uz.gogomarket.platform.Validation;
import uz.gogomarket.platform.Violation;
import uz.gogomarket.web.http.RequestMeters;

/** Turns whatever was thrown into a problem document; what is our fault is logged, not told. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(Problems.class.getName());

  private static final Map<Integer, String> CODES =
      Map.ofEntries(
          Map.entry(400, "invalid_input"),
          Map.entry(401, "unauthenticated"),
          Map.entry(403, "access_denied"),
          Map.entry(404, "not_found"),
          Map.entry(405, "method_not_allowed"),
          Map.entry(406, "not_acceptable"),
          Map.entry(413, "body_too_large"),
          Map.entry(415, "unsupported_media_type"),
          Map.entry(429, "too_many_requests"),
          Map.entry(503, "unavailable"));

  @Inject Json json;
  @Inject RequestMeters meters;

  @Override
  public Response toResponse(Throwable thrown) {
    Throwable cause = cause(thrown);
    if (cause instanceof ProblemException problem) {
      return ofProblem(problem);
    }
    if (cause instanceof ConstraintViolationException invalid) {
      return answer(
              400,
              "invalid_input",
              "The request holds invalid values.",
              Validation.violations(invalid.getConstraintViolations()))
          .build();
    }
    if (cause instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      return ofContainer(web);
    }
    if (cause instanceof DatabaseFailure failure && failure.isUnavailable()) {
      log(Level.WARNING, cause);
      return answer(503, "unavailable", "The service is not available; try again.", List.of())
          .header(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS)
          .build();
    }
    log(Level.ERROR, thrown);
    return answer(500, "internal_error", null, List.of()).build();
  }

  /** The code of a refusal that is not ours but the server's. */
  static String code(int status) {
    return CODES.getOrDefault(status, status < 500 ? "http_" + status : "internal_error");
  }

  /** The container wraps what an EJB or a transaction threw; the reason lies inside. */
  private static Throwable cause(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof WebApplicationException
          && each.getCause() instanceof ProblemException refused) {
        return refused;
      }
      if (each instanceof ProblemException
          || each instanceof ConstraintViolationException
          || each instanceof WebApplicationException
          || each instanceof DatabaseFailure) {
        return each;
      }
      if (each instanceof EJBException ejb
          && ejb.getCausedByException() instanceof DatabaseFailure f) {
        return f;
      }
    }
    return thrown;
  }

  private Response ofProblem(ProblemException problem) {
    List<Violation> violations =
        problem instanceof InvalidInput invalid ? invalid.violations() : List.of();
    Response.ResponseBuilder answer =
        answer(
            problem.problem().status(),
            problem.code(),
            problem.detail(),
            violations,
            problem.facts());
    if (problem instanceof TooManyRequests budget) {
      answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, budget.retryAfter().toSeconds()));
    }
    if (problem.problem() == Problem.UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS);
    }
    if (problem.problem().status() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer.build();
  }

  private Response ofContainer(WebApplicationException web) {
    Response original = web.getResponse();
    int status = original.getStatus();
    Response.ResponseBuilder answer = answer(status, code(status), detail(status, web), List.of());
    if (original.getHeaderString(HttpHeaders.ALLOW) != null) {
      answer.header(HttpHeaders.ALLOW, original.getHeaderString(HttpHeaders.ALLOW));
    }
    return answer.build();
  }

  private static @Nullable String detail(int status, WebApplicationException web) {
    return switch (status) {
      case 400 -> "The request is malformed.";
      case 404 -> "There is nothing at this address, or a part of it is malformed.";
      case 405 -> "This address does not take the method.";
      case 406 -> "Only application/json can be answered.";
      case 413 -> web.getMessage();
      case 415 -> "Send application/json.";
      default -> null;
    };
  }

  private Response.ResponseBuilder answer(
      int status, String code, @Nullable String detail, List<Violation> violations) {
    return answer(status, code, detail, violations, null);
  }

  private Response.ResponseBuilder answer(
      int status,
      String code,
      @Nullable String detail,
      List<Violation> violations,
      @Nullable Object facts) {
    meters.refused(code);
    return Response.status(status)
        .type(ProblemDocument.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(json.write(ProblemDocument.of(status, code, detail, violations, facts)));
  }

  private static void log(Level level, Throwable thrown) {
    LOG.log(
        level,
        String.format(Locale.ROOT, "Request %s failed", RequestInfo.current().requestId()),
        thrown);
  }
}
