package uz.gogomarket.web.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.TooManyRequests;

/**
 * A budget of requests per minute for each account, guest or, where nobody is known, address. Says
 * in {@code RateLimit} how much is left (draft-ietf-httpapi-ratelimit-headers).
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 100)
public class RateLimits implements ContainerRequestFilter, ContainerResponseFilter {

  private static final int MOST_CLIENTS = 100_000;
  private static final String PROBE = "uz.gogomarket.budget";

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_CLIENTS)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build();

  /** 0 switches the budgets off, for load tests. */
  @Inject
  @ConfigProperty(name = "gogomarket.limits.requests-per-minute", defaultValue = "1200")
  int requestsPerMinute;

  @Inject Actors actors;

  @Override
  public void filter(ContainerRequestContext request) {
    if (requestsPerMinute <= 0) {
      return;
    }
    ConsumptionProbe probe =
        buckets.get(client(), key -> fullBucket()).tryConsumeAndReturnRemaining(1);
    request.setProperty(PROBE, probe);
    if (!probe.isConsumed()) {
      throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(PROBE) instanceof ConsumptionProbe probe) {
      long reset = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForReset()) + 1;
      response
          .getHeaders()
          .putSingle("RateLimit-Policy", "\"requests\";q=" + requestsPerMinute + ";w=60");
      response
          .getHeaders()
          .putSingle("RateLimit", "\"requests\";r=" + probe.getRemainingTokens() + ";t=" + reset);
    }
  }

  private String client() {
    Actor actor = actors.current();
    return actor.kind() == Actor.Kind.ANONYMOUS
        ? "address:" + Objects.toString(RequestInfo.current().address(), "unknown")
        : actor.name();
  }

  private Bucket fullBucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(requestsPerMinute)
                    .refillGreedy(requestsPerMinute, Duration.ofMinutes(1)))
        .build();
  }
}
