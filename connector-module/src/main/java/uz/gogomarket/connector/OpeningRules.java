package uz.gogomarket.connector;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps a port closed until the application is there; until then the server would answer with pages
 * of its own.
 */
final class OpeningRules implements Rules {

  private final Rules rules;
  private final String mark;
  private volatile boolean open;

  /**
   * @param mark a file that exists once the application is there; empty: it is not waited for
   */
  OpeningRules(Rules rules, String mark) {
    this.rules = rules;
    this.mark = mark;
    open = mark.isEmpty();
  }

  @Override
  public void check(RequestHead head, String local) throws Refusal {
    rules.check(head, local);
    if (!open) {
      open = Files.exists(Path.of(mark));
      if (!open) {
        throw Refusal.starting();
      }
    }
  }

  @Override
  public long maxBody() {
    return rules.maxBody();
  }
}
