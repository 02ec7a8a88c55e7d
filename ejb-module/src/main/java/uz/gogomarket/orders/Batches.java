package uz.gogomarket.orders;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.LongPredicate;
import uz.gogomarket.platform.Retries;

/** Walks over what a job has to do; what fails is logged and does not hold up the rest. */
final class Batches {

  private static final Logger LOG = System.getLogger(Batches.class.getName());
  private static final int SIZE = 200;

  private Batches() {}

  /** Finds the next ids after the given one. */
  @FunctionalInterface
  interface Source {
    List<Long> after(long id, int limit);
  }

  /**
   * @param work does one item in a transaction of its own; true if there was something to do
   * @return how many were done
   */
  static int each(String job, Source source, LongPredicate work) {
    int done = 0;
    List<Long> ids = source.after(0, SIZE);
    while (!ids.isEmpty()) {
      for (long id : ids) {
        if (succeeds(job, id, work)) {
          done++;
        }
      }
      ids = source.after(ids.get(ids.size() - 1), SIZE);
    }
    if (done > 0) {
      LOG.log(Level.INFO, "{0}: {1} done", job, done);
    }
    return done;
  }

  private static boolean succeeds(String job, long id, LongPredicate work) {
    try {
      return Retries.run(() -> work.test(id));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, job + " failed for " + id, e);
      return false;
    }
  }
}
