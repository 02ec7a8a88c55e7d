package uz.gogomarket.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.metrics.annotation.Gauge;
import uz.gogomarket.platform.Actors;

/**
 * Shows operators how many steps of workflows have failed for good and wait for people. It never
 * says "down": taking the server out of service would not mend them.
 */
@Readiness
@ApplicationScoped
class WorkflowHealth implements HealthCheck {

  @Inject Actors actors;
  @Inject EngineHandle handle;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("workflow").up().withData("incidents", incidents()).build();
  }

  /** How many steps have failed for good; -1 where the engine cannot say. */
  @Gauge(
      name = "workflow_incidents",
      absolute = true,
      unit = "none",
      description = "Steps of workflows that failed for good and wait for people")
  long incidents() {
    try {
      return actors.runAsSystem(
          "health", () -> handle.engine().getRuntimeService().createIncidentQuery().count());
    } catch (RuntimeException unavailable) {
      return -1;
    }
  }
}
