package uz.gogomarket.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * One walk of a job over what it has to do.
 *
 * @param work does one item in a transaction of its own; true if there was something to do
 */
record Walk(String job, Jobs.Source source, LongPredicate work) {

  private static final Logger LOG = System.getLogger(Walk.class.getName());
  private static final int BATCH = 200;

  void go() {
    int done = 0;
    List<Long> ids = source.after(0, BATCH);
    while (!ids.isEmpty()) {
      for (long id : ids) {
        if (succeeds(id)) {
          done++;
        }
      }
      ids = source.after(ids.get(ids.size() - 1), BATCH);
    }
    if (done > 0) {
      LOG.log(Level.INFO, "{0}: {1} done", job, done);
    }
  }

  private boolean succeeds(long id) {
    try {
      return Retries.run(() -> work.test(id));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, job + " failed for " + id, e);
      return false;
    }
  }
}
