package uz.gogomarket.connector;

/**
 * The header {@code Upgrade}, by which Java's own client and others offer HTTP/2. We do not take
 * it, and the server must not see it: it would take the body for the other protocol's and wait for
 * the end of the connection.
 */
final class UpgradeOffer {

  private static final String NAME = "upgrade:";
  private static final String INSTEAD = "Ignored";

  private UpgradeOffer() {}

  /**
   * Gives the header a name that means nothing, in place.
   *
   * @param request begins with a whole head
   * @return whether there was one
   */
  static boolean withdraw(byte[] request) {
    boolean found = false;
    int lineStart = 0;
    for (int at = 0; at < request.length; at++) {
      if (request[at] != '\n') {
        continue;
      }
      if (at - lineStart <= 1) {
        return found;
      }
      if (isOffer(request, lineStart, at)) {
        for (int i = 0; i < INSTEAD.length(); i++) {
          request[lineStart + i] = (byte) INSTEAD.charAt(i);
        }
        found = true;
      }
      lineStart = at + 1;
    }
    return found;
  }

  private static boolean isOffer(byte[] request, int from, int to) {
    if (to - from < NAME.length()) {
      return false;
    }
    for (int i = 0; i < NAME.length(); i++) {
      if (Character.toLowerCase((char) request[from + i]) != NAME.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
