package uz.gogomarket.tasklist;

/** A call that is not on the list; the message is for whoever made it. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  Refused(String message) {
    super(message, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
