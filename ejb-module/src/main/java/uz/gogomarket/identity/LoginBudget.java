package uz.gogomarket.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import uz.gogomarket.platform.Addresses;

/**
 * How often a password may be guessed. Three budgets, each refilled slowly and without a memory of
 * guilt:
 *
 * <ul>
 *   <li>account and address together: a stranger who guesses spends his own budget, the owner
 *       elsewhere keeps hers;
 *   <li>address: guessing many accounts from one place;
 *   <li>account alone, wider: guessing one account from many places. It does not hold for an
 *       address from which the account was used before, so that its owner is never locked out by
 *       others.
 * </ul>
 *
 * A log-in that succeeds costs nothing. Accounts are named by the e-mail address as it was typed:
 * whether it exists plays no part.
 */
final class LoginBudget {

  private static final int REMEMBERED = 100_000;

  private final LoadingCache<String, Bucket> accountAndAddress;
  private final LoadingCache<String, Bucket> address;
  private final LoadingCache<String, Bucket> account;

  /**
   * @param clock what tells the time to the buckets
   */
  LoginBudget(Limits limits, TimeMeter clock) {
    accountAndAddress = buckets(limits.perAccountAndAddress(), limits.period(), clock);
    address = buckets(limits.perAddress(), limits.period(), clock);
    account = buckets(limits.perAccount(), limits.period(), clock);
  }

  /** How many wrong guesses each budget holds, and how long an empty one takes to fill. */
  record Limits(int perAccountAndAddress, int perAddress, int perAccount, Duration period) {}

  /**
   * Spends one attempt.
   *
   * @param knownThere whether the account was used from this address before; asked only where it
   *     matters
   * @throws TooManyLogins when one of the budgets is empty
   */
  void spend(String email, String ip, BooleanSupplier knownThere) {
    Bucket pair = accountAndAddress.get(pair(email, ip));
    Bucket place = address.get(Addresses.network(ip));
    Bucket person = account.get(email);
    take(pair);
    try {
      take(place);
    } catch (TooManyLogins refused) {
      pair.addTokens(1);
      throw refused;
    }
    if (!person.tryConsume(1) && !knownThere.getAsBoolean()) {
      pair.addTokens(1);
      place.addTokens(1);
      throw new TooManyLogins(waiting(person));
    }
  }

  /** The password was right: the attempt, and the failed ones before it from here, cost nothing. */
  void succeeded(String email, String ip) {
    accountAndAddress.get(pair(email, ip)).reset();
    address.get(Addresses.network(ip)).addTokens(1);
    account.get(email).addTokens(1);
  }

  private static void take(Bucket bucket) {
    if (!bucket.tryConsume(1)) {
      throw new TooManyLogins(waiting(bucket));
    }
  }

  private static Duration waiting(Bucket bucket) {
    return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  private static LoadingCache<String, Bucket> buckets(
      int capacity, Duration period, TimeMeter clock) {
    return Caffeine.newBuilder()
        .maximumSize(REMEMBERED)
        .expireAfterAccess(period)
        .build(
            key ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                    .withCustomTimePrecision(clock)
                    .build());
  }

  private static String pair(String email, String ip) {
    return email + ' ' + Addresses.network(ip);
  }
}
