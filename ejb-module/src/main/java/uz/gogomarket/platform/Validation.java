package uz.gogomarket.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Checks what comes in at the doors against the constraints written on it. */
@ApplicationScoped
public class Validation {

  @Inject Validator validator;

  /**
   * Returns the value, if it is valid.
   *
   * @throws InvalidInput naming every field that is not
   */
  public <T> T require(T value) {
    Set<ConstraintViolation<T>> broken = validator.validate(value);
    if (!broken.isEmpty()) {
      throw new InvalidInput(violations(broken));
    }
    return value;
  }

  /** Names the fields as clients wrote them: without the method and parameter they arrived in. */
  public static List<Violation> violations(Set<? extends ConstraintViolation<?>> broken) {
    return broken.stream()
        .map(each -> Constraints.violation(field(each.getPropertyPath()), each))
        .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::code))
        .toList();
  }

  private static String field(Path path) {
    StringBuilder name = new StringBuilder();
    for (Path.Node node : path) {
      switch (node.getKind()) {
        case METHOD, CONSTRUCTOR -> {}
        case PROPERTY, PARAMETER, CONTAINER_ELEMENT -> append(name, node);
        default -> {}
      }
    }
    return name.toString();
  }

  private static void append(StringBuilder name, Path.Node node) {
    if (node.getKind() == jakarta.validation.ElementKind.CONTAINER_ELEMENT) {
      return;
    }
    if (node.getIndex() != null) {
      name.append('[').append(node.getIndex()).append(']');
    }
    if (!name.isEmpty()) {
      name.append('.');
    }
    name.append(node.getName());
  }
}
