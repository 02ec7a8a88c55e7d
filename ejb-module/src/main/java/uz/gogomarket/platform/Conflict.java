package uz.gogomarket.platform;

/** The request is fine but the state of things forbids it. */
public class Conflict extends ProblemException {

  private static final long serialVersionUID = 1L;

  public Conflict(String code, String detail) {
    super(Problem.CONFLICT, code, detail);
  }
}
