package uz.gogomarket.platform;

/** The request is well-formed but cannot be carried out as it stands. */
public class Unprocessable extends ProblemException {

  private static final long serialVersionUID = 1L;

  public Unprocessable(String code, String detail) {
    super(Problem.UNPROCESSABLE, code, detail);
  }
}
