package uz.gogomarket.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts in memory how often products are opened; a job writes the sums down. What was not yet
 * written when a server dies is lost: it is a measure of popularity, not of money.
 */
@ApplicationScoped
class ViewCounter {

  /** Products beyond so many between two runs of the job are not counted. */
  private static final int MOST_PRODUCTS = 200_000;

  private final ConcurrentHashMap<Long, LongAdder> seen = new ConcurrentHashMap<>();

  void seen(long productId) {
    LongAdder count = seen.get(productId);
    if (count == null && seen.size() < MOST_PRODUCTS) {
      count = seen.computeIfAbsent(productId, id -> new LongAdder());
    }
    if (count != null) {
      count.increment();
    }
  }

  /** What was counted since the last time; counting begins anew. */
  Map<Long, Long> take() {
    Map<Long, Long> sums = new HashMap<>();
    for (Long id : seen.keySet()) {
      LongAdder count = seen.remove(id);
      if (count != null) {
        sums.put(id, count.sum());
      }
    }
    return sums;
  }
}
