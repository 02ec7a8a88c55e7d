package uz.gogomarket.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An amount of Uzbek sums, exact to the tiyin: scale 2, at most 17 digits before the point.
 *
 * <p>Amounts are added and multiplied exactly; only where a rate is applied are they rounded, half
 * up. A split gives its remainder to the last part, so that parts always add up to the whole.
 */
public record Money(BigDecimal amount) implements Comparable<Money> {

  public static final String CURRENCY = "UZS";
  private static final int SCALE = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal LIMIT = BigDecimal.TEN.pow(17);

  public static final Money ZERO = new Money(BigDecimal.ZERO);

  /**
   * @throws ArithmeticException if the amount has a fraction of a tiyin or does not fit the
   *     database
   */
  public Money {
    amount = amount.setScale(SCALE, RoundingMode.UNNECESSARY);
    if (amount.abs().compareTo(LIMIT) >= 0) {
      throw new ArithmeticException("Amount out of range");
    }
  }

  /** Parses a decimal such as {@code "125000.00"}. */
  public static Money of(String amount) {
    return new Money(new BigDecimal(amount));
  }

  public static Money ofSum(long sum) {
    return new Money(BigDecimal.valueOf(sum));
  }

  public static Money ofTiyin(long tiyin) {
    return new Money(BigDecimal.valueOf(tiyin, SCALE));
  }

  /** The sum of many amounts; zero where there are none. */
  public static Money sum(Iterable<Money> amounts) {
    Money total = ZERO;
    for (Money each : amounts) {
      total = total.plus(each);
    }
    return total;
  }

  public Money plus(Money other) {
    return new Money(amount.add(other.amount));
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(other.amount));
  }

  public Money times(int factor) {
    return new Money(amount.multiply(BigDecimal.valueOf(factor)));
  }

  public Money negate() {
    return new Money(amount.negate());
  }

  /** This many percent of the amount, half up: {@code 10.00} percent of 12.35 is 1.24. */
  public Money percent(BigDecimal rate) {
    return rounded(amount.multiply(rate).divide(HUNDRED));
  }

  /** The tax that a tax-inclusive price contains: {@code amount * rate / (100 + rate)}, half up. */
  public Money taxIncluded(BigDecimal rate) {
    return new Money(amount.multiply(rate).divide(HUNDRED.add(rate), SCALE, RoundingMode.HALF_UP));
  }

  /** The share {@code part / whole} of this amount, half up; zero where the whole is zero. */
  public Money proportion(Money part, Money whole) {
    if (whole.isZero()) {
      return ZERO;
    }
    return new Money(
        amount.multiply(part.amount).divide(whole.amount, SCALE, RoundingMode.HALF_UP));
  }

  /**
   * Splits the amount in proportion to the weights, rounding down; the last part takes the
   * remainder, so the parts add up to this amount.
   *
   * @throws IllegalArgumentException if there are no weights, or one is negative
   */
  public List<Money> split(List<Money> weights) {
    if (weights.isEmpty() || weights.stream().anyMatch(Money::isNegative)) {
      throw new IllegalArgumentException("A split needs weights, none of them negative");
    }
    Money whole = sum(weights);
    List<Money> parts = new ArrayList<>(weights.size());
    Money rest = this;
    for (Money weight : weights.subList(0, weights.size() - 1)) {
      Money part =
          whole.isZero()
              ? ZERO
              : new Money(
                  amount.multiply(weight.amount).divide(whole.amount, SCALE, RoundingMode.DOWN));
      parts.add(part);
      rest = rest.minus(part);
    }
    parts.add(rest);
    return List.copyOf(parts);
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(other.amount);
  }

  @Override
  public String toString() {
    return amount.toPlainString();
  }

  private static Money rounded(BigDecimal exact) {
    return new Money(exact.setScale(SCALE, RoundingMode.HALF_UP));
  }
}
