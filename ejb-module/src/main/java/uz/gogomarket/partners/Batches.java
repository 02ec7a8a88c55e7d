package uz.gogomarket.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import uz.gogomarket.platform.ProblemException;
import uz.gogomarket.platform.TooManyRequests;

/**
 * Carries out batches line by line. Each line is a transaction of its own, which keeps its result
 * under the request's id: after a crash in the middle the same request goes on where it stopped,
 * and no line happens twice. The transaction around them keeps the whole answer, and keeps the same
 * request from running twice at once.
 */
@ApplicationScoped
class Batches {

  /** Each holds two connections while it runs; the pool has to have more. */
  private static final int AT_ONCE = 4;

  private static final int PATIENCE_SECONDS = 10;

  /** Fewer than the server has threads, so that others are served meanwhile. */
  private static final int MOST_WAITING = 16;

  private static final int ATTEMPTS = 3;

  /** What another request's change at the same moment leads to; the next look finds it done. */
  private static final Set<String> WORTH_ANOTHER_LOOK =
      Set.of("stale_version", "sku_taken", "variant_exists");

  @Inject RequestOnce once;
  @Inject BatchLine batchLine;

  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /** How a line is carried out. */
  interface Work<L> {
    LineResult apply(int number, L line);
  }

  /** What is kept of a batch. */
  record Results(List<LineResult> lines) {}

  /**
   * @param sku names a line in its result
   * @throws TooManyRequests if too many batches are running
   */
  <L> BatchResult run(
      String operation,
      String requestId,
      List<L> lines,
      java.util.function.Function<L, String> sku,
      Work<L> work) {
    String key = RequestOnce.key(operation, requestId);
    byte[] fingerprint = once.fingerprint(lines);
    takePlace();
    try {
      Done<Results> done =
          once.run(
              key,
              fingerprint,
              Results.class,
              () -> {
                List<LineResult> results = new ArrayList<>(lines.size());
                for (int i = 0; i < lines.size(); i++) {
                  L line = lines.get(i);
                  int number = i + 1;
                  results.add(
                      attempt(
                          key + "#" + number,
                          fingerprint,
                          number,
                          sku.apply(line),
                          () -> work.apply(number, line)));
                }
                return new Results(results);
              });
      return new BatchResult(done.result().lines(), done.replayed());
    } finally {
      places.release();
    }
  }

  private LineResult attempt(
      String key,
      byte[] fingerprint,
      int number,
      String sku,
      java.util.function.Supplier<LineResult> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return batchLine.run(key, fingerprint, work);
      } catch (ProblemException problem) {
        if (problem.code().startsWith("idempotency_")) {
          throw problem;
        }
        if (attempt == ATTEMPTS || !WORTH_ANOTHER_LOOK.contains(problem.code())) {
          return LineResult.failed(number, sku, problem);
        }
      }
    }
  }

  private void takePlace() {
    try {
      if (places.getQueueLength() >= MOST_WAITING
          || !places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new TooManyRequests(Duration.ofSeconds(PATIENCE_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooManyRequests(Duration.ofSeconds(PATIENCE_SECONDS));
    }
  }
}
