package uz.gogomarket.platform;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Something that operators see in {@code /metrics} as it is at that moment.
 *
 * @param name as it stands there
 * @param now reads it, as the system; where it cannot be read -1 is shown
 * @param labels by which it is told apart from others of the name
 */
public record Figure(
    String name, String description, Supplier<? extends Number> now, List<Tag> labels) {

  public Figure {
    labels = List.copyOf(labels);
  }

  public Figure(String name, String description, Supplier<? extends Number> now) {
    this(name, description, now, List.of());
  }
}
