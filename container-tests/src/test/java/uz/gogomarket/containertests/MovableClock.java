package uz.gogomarket.containertests;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The marketplace's clock, which tests can put forward; deployed beside the EJBs. */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClock {

  private final AtomicReference<Duration> ahead =
      new AtomicReference<>(Duration.parse(System.getProperty("gogomarket.test.ahead", "PT0S")));

  @Produces
  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return Instant.now().plus(ahead.get());
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The marketplace's clock is in UTC");
      }
    };
  }

  public void putForward(Duration more) {
    ahead.updateAndGet(more::plus);
  }

  /** To what it really is. */
  public void putRight() {
    ahead.set(Duration.ZERO);
  }
}
