package uz.gogomarket.web.soap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.TooManyRequests;

/** A budget of requests for each key, and of refused secrets for each address. */
@ApplicationScoped
class KeyBudget {

  private static final int MOST_CLIENTS = 100_000;
  private static final int REFUSALS_PER_MINUTE = 60;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_CLIENTS)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build();

  /** 0 switches the budget of keys off, for load tests. */
  @Inject
  @ConfigProperty(name = "gogomarket.limits.soap-requests-per-minute", defaultValue = "600")
  int requestsPerMinute;

  /**
   * @throws TooManyRequests if the key's budget is used up
   */
  void spend(Actor key) {
    if (requestsPerMinute > 0) {
      take(bucket(key.name(), requestsPerMinute), 1);
    }
  }

  /**
   * @throws TooManyRequests if this address presented too many wrong secrets
   */
  void requireTrust(String address) {
    Bucket bucket = bucket("address:" + address, REFUSALS_PER_MINUTE);
    if (bucket.getAvailableTokens() == 0) {
      take(bucket, 1);
    }
  }

  /** Notes a wrong secret. */
  void refused(String address) {
    bucket("address:" + address, REFUSALS_PER_MINUTE).tryConsume(1);
  }

  private Bucket bucket(String client, int perMinute) {
    return buckets.get(
        client,
        key ->
            Bucket.builder()
                .addLimit(
                    limit ->
                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build());
  }

  private static void take(Bucket bucket, int tokens) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(tokens);
    if (!probe.isConsumed()) {
      throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }
}
