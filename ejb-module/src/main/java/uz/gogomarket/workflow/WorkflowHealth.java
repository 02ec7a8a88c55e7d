package uz.gogomarket.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Figure;
import uz.gogomarket.platform.Figures;

/**
 * Shows operators how many steps of workflows have failed for good and wait for people. It never
 * says "down": taking the server out of service would not mend them.
 */
@Readiness
@ApplicationScoped
class WorkflowHealth implements HealthCheck, Figures {

  @Inject Actors actors;
  @Inject EngineHandle handle;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("workflow").up().withData("incidents", incidents()).build();
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "workflow_incidents",
            "Steps of workflows that failed for good and wait for people",
            this::count));
  }

  /** How many steps have failed for good; -1 where the engine cannot say. */
  long incidents() {
    try {
      return actors.runAsSystem("health", this::count);
    } catch (RuntimeException unavailable) {
      return -1;
    }
  }

  private long count() {
    return handle.engine().getRuntimeService().createIncidentQuery().count();
  }
}
