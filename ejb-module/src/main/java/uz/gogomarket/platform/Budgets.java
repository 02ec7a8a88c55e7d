package uz.gogomarket.platform;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A budget for each of many clients: so much at once, and as much again over a period. A client
 * that is not heard of for a period has a full one again, so it is forgotten; of too many clients
 * those are forgotten that came longest ago.
 */
public final class Budgets {

  private static final int REMEMBERED = 50_000;

  private final LoadingCache<String, Bucket> buckets;

  /**
   * @param capacity how much a full budget holds
   * @param period how long an empty one takes to fill
   */
  public Budgets(int capacity, Duration period) {
    this(capacity, period, TimeMeter.SYSTEM_MILLISECONDS);
  }

  Budgets(int capacity, Duration period, TimeMeter clock) {
    buckets =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(period)
            .build(
                client ->
                    Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                        .withCustomTimePrecision(clock)
                        .build());
  }

  /** Spends one where there is one, and tells what is left. */
  public ConsumptionProbe trySpend(String client) {
    return buckets.get(client).tryConsumeAndReturnRemaining(1);
  }

  /**
   * @throws TooManyRequests if nothing is left
   */
  public void spend(String client) {
    require(trySpend(client));
  }

  /**
   * Spends nothing.
   *
   * @throws TooManyRequests if nothing is left
   */
  public void requireSome(String client) {
    Bucket bucket = buckets.get(client);
    if (bucket.getAvailableTokens() < 1) {
      spend(client);
    }
  }

  /** Takes back what should not have been spent. */
  public void giveBack(String client) {
    buckets.get(client).addTokens(1);
  }

  /**
   * @throws TooManyRequests if nothing was left to spend
   */
  public static void require(ConsumptionProbe probe) {
    if (!probe.isConsumed()) {
      throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }
}
