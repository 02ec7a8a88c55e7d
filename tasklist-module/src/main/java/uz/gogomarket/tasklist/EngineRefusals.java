package uz.gogomarket.tasklist;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import uz.gogomarket.platform.ProblemException;

/**
 * What the engine refuses. Where a step of a workflow has refused, it is that refusal, and nothing
 * is logged: somebody has mistyped, and hears of it. What nobody has foreseen is logged, and told
 * without the names of classes.
 */
public class EngineRefusals implements ExceptionMapper<ProcessEngineException> {

  @Override
  public Response toResponse(ProcessEngineException failure) {
    return answer(failure);
  }

  static Response answer(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException refusal) {
        return response(refusal.problem().status(), Answer.refusal(refusal));
      }
      if (cause instanceof OptimisticLockingException) {
        return response(
            409, Answer.refusal("changed_meanwhile", "Somebody else was faster. Look again."));
      }
      if (cause instanceof NullValueException) {
        return response(404, Answer.refusal("not_found", "There is no such thing any more."));
      }
    }
    Response theirs = ExceptionHandlerHelper.getInstance().getResponse(failure);
    return theirs.getStatus() < 500
        ? theirs
        : response(
            theirs.getStatus(),
            Answer.refusal("failed", "Something went wrong on our side. Try again later."));
  }

  private static Response response(int status, JsonObject body) {
    return Response.status(status).type(Answer.JSON).entity(body.toString()).build();
  }
}
