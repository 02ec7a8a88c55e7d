package uz.gogomarket.orders;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Jobs;

/** Cancels what was not paid in time and gives the stock back, every minute. */
@Singleton
@Startup
@Lock(LockType.READ)
@Internal
public class ExpireUnpaidOrdersJob {

  @Inject Jobs jobs;
  @Inject Actors actors;
  @Inject AbandonedOrders abandoned;

  @Schedule(hour = "*", minute = "*", persistent = false, info = "Expire unpaid orders")
  public void run() {
    actors.runAsSystem(
        "unpaid-orders",
        () ->
            jobs.exclusively(
                "unpaid-orders",
                () -> Batches.each("unpaid-orders", abandoned::expired, abandoned::expire)));
  }
}
