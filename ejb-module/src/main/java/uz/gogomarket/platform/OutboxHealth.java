package uz.gogomarket.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows operators how far behind each consumer is. It never says "down": taking the server out of
 * service would only make it later.
 */
@Readiness
@ApplicationScoped
class OutboxHealth implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(OutboxHealth.class.getName());

  @Inject Actors actors;
  @Inject Backlog backlog;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("outbox").up();
    states()
        .forEach(
            (consumer, state) ->
                answer
                    .withData(consumer + ".waiting", state.waiting())
                    .withData(consumer + ".dead", state.dead())
                    .withData(consumer + ".lagSeconds", Math.round(state.lagSeconds())));
    return answer.build();
  }

  private Map<String, Backlog.ConsumerState> states() {
    try {
      return actors.runAsSystem("health", backlog::consumers);
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "The outbox cannot be read", e);
      return Map.of();
    }
  }
}
