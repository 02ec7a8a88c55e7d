package uz.gogomarket.catalog;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Jobs;
import uz.gogomarket.platform.Retries;

/**
 * Ends sales on time and writes views down. Several servers may run it: batches skip locked rows.
 */
@Singleton
@Startup
@Internal
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class CatalogJob {

  private static final int MAX_BATCHES = 100;

  @Inject Jobs jobs;
  @Inject CatalogUpkeep upkeep;
  @Inject ViewCounter views;

  @Schedule(hour = "*", minute = "*", second = "5", persistent = false, info = "end sales")
  void endSales() {
    jobs.everywhere("end-sales", this::endAll);
  }

  private void endAll() {
    for (int i = 0; i < MAX_BATCHES && endSome() == CatalogUpkeep.BATCH; i++) {
      // The batch did it; a full one means that there may be more.
    }
  }

  private int endSome() {
    return Retries.run(upkeep::endSales);
  }

  @Schedule(hour = "*", minute = "*/5", second = "35", persistent = false, info = "views")
  void writeViews() {
    jobs.everywhere("views", () -> write(new TreeMap<>(views.take())));
  }

  private void write(Map<Long, Long> seen) {
    List<Long> ids = new ArrayList<>(seen.keySet());
    for (int from = 0; from < ids.size(); from += CatalogUpkeep.BATCH) {
      List<Long> batch = ids.subList(from, Math.min(from + CatalogUpkeep.BATCH, ids.size()));
      Retries.run(() -> upkeep.addViews(batch, batch.stream().map(seen::get).toList()));
    }
  }
}
