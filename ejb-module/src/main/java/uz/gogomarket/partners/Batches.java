package uz.gogomarket.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import uz.gogomarket.platform.ProblemException;
import uz.gogomarket.platform.Retries;
import uz.gogomarket.platform.TooManyRequests;

/**
 * Carries out batches. Lines go a hundred at a time, in one transaction, which keeps the result of
 * each under the request's id: after a crash in the middle the same request goes on where it
 * stopped, and no line happens twice. Where one of them is refused nothing of the hundred is kept,
 * and its halves are carried out instead, at last that line alone. While one is at some of the
 * lines the same request is refused, so that it never runs twice at once; the whole answer is kept
 * last.
 */
@ApplicationScoped
class Batches {

  /** Each is worked on for long; others shall be served meanwhile. */
  private static final int AT_ONCE = 4;

  private static final int PATIENCE_SECONDS = 10;

  /** Fewer than the server has threads, so that others are served meanwhile. */
  private static final int MOST_WAITING = 16;

  /** Lines in a transaction: many share its price, and nobody waits long for its locks. */
  private static final int TOGETHER = 100;

  private static final int ATTEMPTS = 3;

  /** What another request's change at the same moment leads to; the next look finds it done. */
  private static final Set<String> WORTH_ANOTHER_LOOK =
      Set.of("stale_version", "sku_taken", "variant_exists");

  @Inject RequestOnce once;
  @Inject BatchLines batchLines;

  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /** How some lines are carried out together: a result for each, in their order. */
  interface Work<L> {

    /**
     * @throws ProblemException if one of them is refused after something was changed; then nothing
     *     is kept of any
     */
    List<LineResult> apply(List<Numbered<L>> lines);
  }

  /** What is kept of a batch. */
  record Results(List<LineResult> lines) {}

  /**
   * @param sku names a line in its result
   * @throws TooManyRequests if too many batches are running
   */
  <L> BatchResult run(
      String operation, String requestId, List<L> lines, Function<L, String> sku, Work<L> work) {
    String key = RequestOnce.key(operation, requestId);
    byte[] fingerprint = once.fingerprint(lines);
    List<Numbered<L>> numbered = Numbered.of(lines, sku);
    takePlace();
    try {
      Results told = once.parts(key, List.of(key), fingerprint, Results.class).get(key);
      if (told != null) {
        return new BatchResult(told.lines(), true);
      }
      List<LineResult> results = new ArrayList<>(lines.size());
      for (int from = 0; from < lines.size(); from += TOGETHER) {
        int to = Math.min(from + TOGETHER, lines.size());
        results.addAll(attempt(key, fingerprint, numbered.subList(from, to), work));
      }
      Done<Results> done = once.run(key, fingerprint, Results.class, () -> new Results(results));
      return new BatchResult(done.result().lines(), done.replayed());
    } finally {
      places.release();
    }
  }

  private <L> List<LineResult> attempt(
      String key, byte[] fingerprint, List<Numbered<L>> lines, Work<L> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return Retries.run(() -> batchLines.run(() -> carryOut(key, fingerprint, lines, work)));
      } catch (ProblemException problem) {
        if (problem.code().startsWith("idempotency_")) {
          throw problem;
        }
        if (lines.size() > 1) {
          int half = lines.size() / 2;
          List<LineResult> results = new ArrayList<>(lines.size());
          results.addAll(attempt(key, fingerprint, lines.subList(0, half), work));
          results.addAll(attempt(key, fingerprint, lines.subList(half, lines.size()), work));
          return results;
        }
        if (attempt == ATTEMPTS || !WORTH_ANOTHER_LOOK.contains(problem.code())) {
          return List.of(lines.get(0).failed(problem));
        }
      }
    }
  }

  /** Those that were carried out before the request broke off are answered as then. */
  private <L> List<LineResult> carryOut(
      String key, byte[] fingerprint, List<Numbered<L>> lines, Work<L> work) {
    Function<Numbered<L>, String> keyOf = line -> key + "#" + line.number();
    Map<String, LineResult> results =
        once.parts(key, lines.stream().map(keyOf).toList(), fingerprint, LineResult.class);
    List<Numbered<L>> open =
        lines.stream().filter(line -> !results.containsKey(keyOf.apply(line))).toList();
    if (!open.isEmpty()) {
      Map<String, LineResult> fresh = new LinkedHashMap<>();
      List<LineResult> answers = work.apply(open);
      for (int i = 0; i < open.size(); i++) {
        fresh.put(keyOf.apply(open.get(i)), answers.get(i));
      }
      once.keep(fresh, fingerprint);
      results.putAll(fresh);
    }
    return lines.stream().map(line -> results.get(keyOf.apply(line))).toList();
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
