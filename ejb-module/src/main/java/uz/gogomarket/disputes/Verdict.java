package uz.gogomarket.disputes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Violation;

/**
 * A decision that makes sense: what is decided, how much goes back, and why.
 *
 * @param refund what goes back in all; zero where nothing does
 */
record Verdict(DisputeDecision decision, Money refund, String resolution) {

  private static final int MAX_RESOLUTION = 2000;
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,2})?");

  /**
   * Checks what an admin wrote, in the tasklist's form or elsewhere.
   *
   * @param refundable the most that can go back
   * @throws InvalidInput with all that is wrong
   */
  static Verdict of(
      @Nullable String decision,
      @Nullable String refundAmount,
      @Nullable String resolution,
      Money refundable) {
    List<Violation> violations = new ArrayList<>();
    Optional<DisputeDecision> decided = parse(decision);
    if (decided.isEmpty()) {
      violations.add(
          Violation.of("decision", "one_of", "refund_full, refund_partial, replace, reject"));
    }
    Optional<Money> refund =
        decided.flatMap(what -> refund(what, refundAmount, refundable, violations));
    String why = resolution == null ? "" : resolution.strip();
    if (why.isEmpty() || why.length() > MAX_RESOLUTION) {
      violations.add(Violation.of("resolution", "length", 1, MAX_RESOLUTION));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return new Verdict(decided.orElseThrow(), refund.orElseThrow(), why);
  }

  /**
   * What would be decided, before there is a reason for it.
   *
   * @throws InvalidInput with all that is wrong
   */
  static Verdict foreseen(
      @Nullable String decision, @Nullable String refundAmount, Money refundable) {
    return of(decision, refundAmount, "not given yet", refundable);
  }

  private static Optional<DisputeDecision> parse(@Nullable String text) {
    try {
      return text == null
          ? Optional.empty()
          : Optional.of(EnumConverter.parse(DisputeDecision.class, text));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<Money> refund(
      DisputeDecision decision,
      @Nullable String text,
      Money refundable,
      List<Violation> violations) {
    boolean given = text != null && !text.isBlank();
    if (decision != DisputeDecision.REFUND_PARTIAL) {
      if (given) {
        violations.add(Violation.of("refundAmount", "partial_only"));
      }
      boolean full = decision == DisputeDecision.REFUND_FULL;
      if (full && !refundable.isPositive()) {
        violations.add(Violation.of("decision", "nothing_to_refund"));
      }
      return Optional.of(full ? refundable : Money.ZERO);
    }
    if (!refundable.isPositive()) {
      violations.add(Violation.of("decision", "nothing_to_refund"));
      return Optional.empty();
    }
    Optional<Money> amount = given ? money(String.valueOf(text)) : Optional.empty();
    boolean inRange =
        amount.isPresent() && amount.get().isPositive() && amount.get().compareTo(refundable) < 0;
    if (!inRange) {
      violations.add(Violation.of("refundAmount", "positive_below", refundable));
    }
    return amount;
  }

  private static Optional<Money> money(String text) {
    String amount = text.strip();
    return AMOUNT.matcher(amount).matches() ? Optional.of(Money.of(amount)) : Optional.empty();
  }
}
