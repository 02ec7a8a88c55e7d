package uz.gogomarket.platform;

import java.util.List;
import java.util.function.Supplier;
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
            .map(violation -> violation.field() + " " + violation.message("en"))
            .collect(Collectors.joining("; ", "The request holds invalid values: ", ".")));
    this.violations = List.copyOf(violations);
  }

  /**
   * @param code a key of {@code violations*.properties}
   * @param values what its message names
   */
  public static InvalidInput of(String field, String code, Object... values) {
    return new InvalidInput(List.of(Violation.of(field, code, values)));
  }

  /** Looks at a part of the input; what is wrong with it is named from the whole input on. */
  public static <T> T under(String path, Supplier<T> part) {
    try {
      return part.get();
    } catch (InvalidInput invalid) {
      throw invalid.under(path);
    }
  }

  public static void under(String path, Runnable part) {
    under(
        path,
        () -> {
          part.run();
          return true;
        });
  }

  /** The same, of what stands at this path of a larger input. */
  public InvalidInput under(String path) {
    return new InvalidInput(violations.stream().map(each -> each.under(path)).toList());
  }

  public List<Violation> violations() {
    return violations;
  }
}
