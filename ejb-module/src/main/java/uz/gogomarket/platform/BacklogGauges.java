package uz.gogomarket.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** Publishes {@link Backlog}; -1 where it cannot be read. */
@ApplicationScoped
public class BacklogGauges {

  private static final Logger LOG = Logger.getLogger(BacklogGauges.class.getName());

  @Inject Actors actors;
  @Inject Backlog backlog;

  /** Being made is what registers the gauges, and a call is what makes it. */
  public void publish() {
    LOG.fine("The backlog is published");
  }

  @Gauge(
      name = "outbox_waiting",
      absolute = true,
      unit = "none",
      description = "Messages that wait to be delivered")
  double outboxWaiting() {
    return read(each -> (double) each.outbox().waiting());
  }

  @Gauge(
      name = "outbox_failed",
      absolute = true,
      unit = "none",
      description = "Messages that were given up and wait for people")
  double outboxFailed() {
    return read(each -> (double) each.outbox().failed());
  }

  @Gauge(
      name = "outbox_oldest_seconds",
      absolute = true,
      unit = "none",
      description = "Age of the oldest message that waits")
  double outboxOldest() {
    return read(each -> each.outbox().oldestSeconds());
  }

  @Gauge(
      name = "database_connections_used",
      absolute = true,
      unit = "none",
      description = "Database connections that work on something")
  double connectionsUsed() {
    return read(each -> (double) each.connections().used());
  }

  @Gauge(
      name = "database_connections_idle",
      absolute = true,
      unit = "none",
      description = "Database connections that wait for work")
  double connectionsIdle() {
    return read(each -> (double) each.connections().free());
  }

  @Gauge(
      name = "database_connections_max",
      absolute = true,
      unit = "none",
      description = "How many database connections there may be, those of jobs included")
  double connectionsMax() {
    return Database.CONNECTIONS + Database.JOBS_AT_ONCE;
  }

  private double read(Function<Backlog, Double> figure) {
    try {
      return actors.runAsSystem("metrics", () -> figure.apply(backlog));
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "The database cannot be read", e);
      return -1;
    }
  }
}
