package uz.gogomarket.platform;

/** More is asked for at once than the database can be asked; nothing was begun. */
public class Overloaded extends ProblemException {

  private static final long serialVersionUID = 1L;

  Overloaded() {
    super(Problem.UNAVAILABLE, "overloaded", "Too much is going on; try again in a moment.");
  }
}
