package uz.gogomarket.platform;

/** Somebody changed the thing since the client read it. */
public class StaleVersion extends ProblemException {

  private static final long serialVersionUID = 1L;

  public StaleVersion() {
    super(
        Problem.PRECONDITION_FAILED,
        "stale_version",
        "It was changed since you read it; read it again.");
  }
}
