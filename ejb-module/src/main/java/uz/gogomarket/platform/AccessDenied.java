package uz.gogomarket.platform;

/** The actor is known but may not do this. */
public class AccessDenied extends ProblemException {

  private static final long serialVersionUID = 1L;

  public AccessDenied() {
    super(Problem.ACCESS_DENIED, "access_denied", "You may not do this.");
  }
}
