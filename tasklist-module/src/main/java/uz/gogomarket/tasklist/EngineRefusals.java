package uz.gogomarket.tasklist;

import jakarta.json.JsonObject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import uz.gogomarket.platform.ProblemException;

/**
 * What the engine and its REST refuse, in a sentence of ours. Where a step of a workflow has
 * refused, it is that refusal, and nothing is logged: somebody has mistyped, and hears of it. What
 * nobody has foreseen is logged. Nobody is told the names of classes.
 */
public class EngineRefusals implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(EngineRefusals.class.getName());

  /** The maker's classes with this one in the place of those that answer with classes' names. */
  static Set<Class<?>> insteadOfTheirs(Set<Class<?>> theirs) {
    Set<Class<?>> classes = new HashSet<>(theirs);
    classes.removeIf(ExceptionMapper.class::isAssignableFrom);
    classes.add(EngineRefusals.class);
    return classes;
  }

  @Override
  public Response toResponse(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException refusal) {
        return response(refusal.problem().status(), Answer.refusal(refusal));
      }
      if (cause instanceof OptimisticLockingException) {
        return response(
            409, Answer.refusal("changed_meanwhile", "Somebody else was faster. Look again."));
      }
      if (cause instanceof NullValueException) {
        return notFound();
      }
    }
    return answer(status(failure), failure);
  }

  private static int status(Throwable failure) {
    // Jackson's exceptions, and what the REST says of a parameter that has the wrong type.
    boolean unreadable =
        failure instanceof IOException
            || (failure instanceof NotFoundException && failure.getCause() != null);
    return unreadable ? 400 : ExceptionHandlerHelper.getInstance().getResponse(failure).getStatus();
  }

  private static Response answer(int status, Throwable failure) {
    return switch (status) {
      case 400 ->
          response(400, Answer.refusal("invalid_input", "Something in the request is not valid."));
      case 401 -> response(401, Answer.refusal("unauthenticated", "Log in first."));
      case 403 -> response(403, Answer.refusal("not_allowed", "The engine does not let you"));
      case 404 -> notFound();
      default -> {
        if (status < 500) {
          yield response(status, Answer.refusal("refused", "This cannot be done here."));
        }
        LOG.log(Level.WARNING, "The engine's REST failed", failure);
        yield response(
            status, Answer.refusal("failed", "Something went wrong on our side. Try again later."));
      }
    };
  }

  private static Response notFound() {
    return response(404, Answer.refusal("not_found", "There is no such thing any more."));
  }

  private static Response response(int status, JsonObject body) {
    return Response.status(status).type(Answer.JSON).entity(body.toString()).build();
  }
}
