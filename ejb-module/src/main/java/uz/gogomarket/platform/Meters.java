package uz.gogomarket.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * What is counted and timed for operators. Labels come from sets that are known beforehand, never
 * from what a client sends. A meter is looked up in the registry once: that costs more than what it
 * measures.
 */
@ApplicationScoped
public class Meters {

  @Inject MetricRegistry registry;

  private final Map<String, Counter> counters = new ConcurrentHashMap<>();
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  /** A counter with these labels; {@code name_total} for Prometheus. */
  public Counter counter(String name, String description, Tag... labels) {
    return counters.computeIfAbsent(
        name + Arrays.toString(labels),
        key -> registry.counter(metadata(name, description, MetricUnits.NONE), labels));
  }

  /** How many requests of an operation there were, and how long they took. */
  public Timer requests(String operation) {
    Timer known = timers.get(operation);
    return known != null
        ? known
        : timers.computeIfAbsent(
            operation,
            key ->
                registry.timer(
                    metadata(
                        "requests",
                        "Requests, and how long they took until they were answered",
                        MetricUnits.NANOSECONDS),
                    new Tag("operation", operation)));
  }

  /**
   * How often a transaction had to wait for a connection, and how long it did, also where it was
   * sent away in the end.
   */
  public Timer connectionWaits() {
    return registry.timer(
        metadata(
            "database_connection_waits",
            "Waits of transactions for a place among those that have a connection",
            MetricUnits.NANOSECONDS));
  }

  private static Metadata metadata(String name, String description, String unit) {
    return Metadata.builder().withName(name).withDescription(description).withUnit(unit).build();
  }
}
