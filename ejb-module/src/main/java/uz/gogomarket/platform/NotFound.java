package uz.gogomarket.platform;

/** There is no such thing, or it is somebody else's: the two are not told apart. */
public class NotFound extends ProblemException {

  private static final long serialVersionUID = 1L;

  public NotFound(String what, Object id) {
    super(Problem.NOT_FOUND, "not_found", "There is no " + what + " " + id + ".");
  }
}
