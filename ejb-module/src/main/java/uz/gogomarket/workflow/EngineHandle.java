package uz.gogomarket.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Problem;
import uz.gogomarket.platform.ProblemException;

/** Holds the running engine. */
@ApplicationScoped
class EngineHandle {

  private final AtomicReference<@Nullable ProcessEngine> running = new AtomicReference<>();

  /**
   * @throws ProblemException {@code workflow_unavailable} while the server starts or stops
   */
  ProcessEngine engine() {
    ProcessEngine engine = running.get();
    if (engine == null) {
      throw new WorkflowUnavailable();
    }
    return engine;
  }

  void set(@Nullable ProcessEngine engine) {
    running.set(engine);
  }

  /** The engine has not started, or is stopping. */
  static final class WorkflowUnavailable extends ProblemException {
    private static final long serialVersionUID = 1L;

    WorkflowUnavailable() {
      super(Problem.UNAVAILABLE, "workflow_unavailable", "The workflows are not running yet.");
    }
  }
}
