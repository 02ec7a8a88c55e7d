package uz.gogomarket.platform;

/** The actor is known but may not do this. */
public class AccessDenied extends ProblemException {

  private static final long serialVersionUID = 1L;

  public AccessDenied() {
    this("You may not do this.");
  }

  AccessDenied(String detail) {
    super(Problem.ACCESS_DENIED, "access_denied", detail);
  }
}
