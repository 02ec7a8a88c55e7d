package uz.gogomarket.wallets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * What a proof of the books found; no findings mean that they balance.
 *
 * @param entries how many journal entries there were
 * @param wallets how many wallets
 * @param findings the first {@value #MAX_FINDINGS} that do not hold
 */
public record LedgerProof(
    Instant provedAt,
    int tookMillis,
    long entries,
    long wallets,
    boolean balanced,
    List<Finding> findings) {

  static final int MAX_FINDINGS = 100;

  public LedgerProof {
    findings = List.copyOf(findings);
  }

  /**
   * Something that must hold and does not.
   *
   * @param rule which, such as {@code entry_unbalanced}
   * @param subject id of the entry, wallet, line, posting, user or order
   * @param expected absent, like {@code found}, where it is about time
   */
  public record Finding(
      String rule, long subject, @Nullable Money expected, @Nullable Money found) {}
}
