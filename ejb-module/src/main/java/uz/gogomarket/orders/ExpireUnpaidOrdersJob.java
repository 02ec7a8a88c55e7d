package uz.gogomarket.orders;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Jobs;

/** Cancels what was not paid in time and gives the stock back, every minute. */
@Singleton
@Startup
@Lock(LockType.READ)
@Internal
@TransactionManagement(TransactionManagementType.BEAN)
public class ExpireUnpaidOrdersJob {

  @Inject Jobs jobs;
  @Inject AbandonedOrderService abandoned;

  @Schedule(hour = "*", minute = "*", persistent = false, info = "Expire unpaid orders")
  public void run() {
    jobs.walk("unpaid-orders", abandoned::expired, abandoned::expire);
  }
}
