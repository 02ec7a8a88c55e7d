package uz.gogomarket.connector;

/** Programs on this machine administer the server, and no browser's pages. */
final class AdministrationRules implements Rules {

  @Override
  public void check(RequestHead head, String local) throws Refusal {
    String host = head.host();
    if (host == null || !HostNames.isLoopback(host)) {
      throw Refusal.misdirected();
    }
    if (head.origin() != null) {
      throw Refusal.foreignOrigin();
    }
  }

  /** Applications are deployed in one piece. */
  @Override
  public long maxBody() {
    return Long.MAX_VALUE;
  }
}
