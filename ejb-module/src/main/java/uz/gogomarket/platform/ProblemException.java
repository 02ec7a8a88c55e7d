package uz.gogomarket.platform;

import jakarta.ejb.ApplicationException;
import org.jspecify.annotations.Nullable;

/**
 * A refusal with a stable, machine-readable code. The transaction is rolled back; the doors turn it
 * into a problem document (RFC 9457) or a typed SOAP fault. The detail is read by the client: it
 * says what is wrong and holds no secret.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final String code;

  protected ProblemException(Problem problem, String code, String detail) {
    super(detail);
    this.problem = problem;
    this.code = code;
  }

  public Problem problem() {
    return problem;
  }

  /** For example {@code out_of_stock}. */
  public String code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  /** What a program needs to go on, such as the new price; absent where the code says it all. */
  public @Nullable Object facts() {
    return null;
  }
}
