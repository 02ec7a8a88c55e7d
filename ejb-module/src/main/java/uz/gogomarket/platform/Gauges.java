package uz.gogomarket.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** Publishes all {@link Figures}; -1 where one cannot be read. */
@ApplicationScoped
public class Gauges {

  private static final Logger LOG = Logger.getLogger(Gauges.class.getName());
  private static final int UNKNOWN = -1;

  @Inject Actors actors;
  @Inject MetricRegistry registry;
  @Inject @Any Instance<Figures> all;

  @PostConstruct
  void register() {
    for (Figures figures : all) {
      figures.figures().forEach(this::register);
    }
  }

  private void register(Figure figure) {
    Metadata metadata =
        Metadata.builder()
            .withName(figure.name())
            .withDescription(figure.description())
            .withUnit(MetricUnits.NONE)
            .build();
    Gauge<Number> unused =
        registry.gauge(metadata, () -> read(figure), figure.labels().toArray(Tag[]::new));
  }

  /** Being made is what registers the gauges, and a call is what makes it. */
  public void publish() {
    LOG.fine("The figures are published");
  }

  private Number read(Figure figure) {
    try {
      return actors.runAsSystem("metrics", () -> figure.now().get());
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, e, () -> figure.name() + " cannot be read");
      return UNKNOWN;
    }
  }
}
