package uz.gogomarket.tasklist;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.rest.exception.RestException;

/** What the engine's REST refuses. */
public class RestRefusals implements ExceptionMapper<RestException> {

  @Override
  public Response toResponse(RestException failure) {
    return EngineRefusals.answer(failure);
  }
}
