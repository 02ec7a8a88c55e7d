package uz.gogomarket.platform;

/** Nobody is acting, or not any more. */
public class Unauthenticated extends ProblemException {

  private static final long serialVersionUID = 1L;

  public Unauthenticated(String code, String detail) {
    super(Problem.UNAUTHENTICATED, code, detail);
  }
}
