package uz.gogomarket.platform;

import java.util.List;
import java.util.stream.Collectors;

/** The input breaks a rule; says which field and how. */
public class InvalidInput extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final List<Violation> violations;

  public InvalidInput(List<Violation> violations) {
    super(
        Problem.INVALID,
        "invalid_input",
        violations.stream()
            .map(violation -> violation.field() + " " + violation.message())
            .collect(Collectors.joining("; ", "The request holds invalid values: ", ".")));
    this.violations = List.copyOf(violations);
  }

  public static InvalidInput of(String field, String message) {
    return new InvalidInput(List.of(new Violation(field, message)));
  }

  public List<Violation> violations() {
    return violations;
  }
}
