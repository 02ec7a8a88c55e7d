package uz.gogomarket.identity;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uz.gogomarket.platform.Problem;
import uz.gogomarket.platform.ProblemException;

/**
 * bcrypt with the configured cost. Hashing is the one thing here that eats a processor on a
 * stranger's word, so that no more than one hash per processor is computed at a time; who would be
 * one too many to wait, or waits longer than a few seconds, is asked to come again.
 */
@ApplicationScoped
class PasswordHasher {

  private static final int PATIENCE_SECONDS = 10;

  /** Fewer than the server has threads, so that others are served meanwhile. */
  private static final int MOST_WAITING = 24;

  @Inject
  @ConfigProperty(name = "gogomarket.password.bcrypt-cost", defaultValue = "12")
  int cost;

  private final Semaphore processors =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);
  private BcryptFunction bcrypt = BcryptFunction.getInstance(Bcrypt.B, 12);
  private String nobodysHash = "";

  @PostConstruct
  void prepare() {
    if (cost < 4 || cost > 16) {
      throw new IllegalStateException(
          "gogomarket.password.bcrypt-cost must lie between 4 and 16, but is " + cost);
    }
    bcrypt = BcryptFunction.getInstance(Bcrypt.B, cost);
    nobodysHash = bcrypt.hash(RandomTokens.ofBits(256)).getResult();
  }

  String hash(String password) {
    String one = PasswordPolicy.normalized(password);
    return oneAtATime(() -> bcrypt.hash(one).getResult());
  }

  boolean matches(String password, String hash) {
    String one = PasswordPolicy.normalized(password);
    return oneAtATime(() -> BcryptFunction.getInstanceFromHash(hash).check(one, hash));
  }

  /** Takes the time of {@link #matches} where there is no account to compare with. */
  void pretendToMatch(String password) {
    matches(password, nobodysHash);
  }

  /** True where the hash was made with another cost than the configured one. */
  boolean outdated(String hash) {
    return BcryptFunction.getInstanceFromHash(hash).getLogarithmicRounds() != cost;
  }

  private <T> T oneAtATime(Supplier<T> work) {
    try {
      if (processors.getQueueLength() >= MOST_WAITING
          || !processors.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Busy();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
    try {
      return work.get();
    } finally {
      processors.release();
    }
  }

  /** Too many people are logging in at this moment. */
  static final class Busy extends ProblemException {
    Busy() {
      super(
          Problem.UNAVAILABLE,
          "login_busy",
          "Too many people are logging in at this moment. Try again in a few seconds.");
    }
  }
}
