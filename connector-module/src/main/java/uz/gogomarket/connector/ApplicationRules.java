package uz.gogomarket.connector;

import java.util.Set;

/**
 * Under a foreign name no page of another site reaches what listens on this machine (DNS
 * rebinding), and with a foreign origin it changes nothing here, whatever cookies the browser adds.
 */
final class ApplicationRules implements Rules {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final HostNames names;

  ApplicationRules(HostNames names) {
    this.names = names;
  }

  @Override
  public void check(RequestHead head, String local) throws Refusal {
    String host = head.host();
    if (host != null && !names.isOurs(host, local)) {
      throw Refusal.misdirected();
    }
    String origin = head.origin();
    if (origin != null && !SAFE.contains(head.method()) && !names.isOurOrigin(origin, host)) {
      throw Refusal.foreignOrigin();
    }
  }
}
