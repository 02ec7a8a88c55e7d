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

/** Cancels and refunds what a seller left unanswered for too long, every ten minutes. */
@Singleton
@Startup
@Lock(LockType.READ)
@Internal
@TransactionManagement(TransactionManagementType.BEAN)
public class CancelSilentOrdersJob {

  @Inject Jobs jobs;
  @Inject AbandonedOrderService abandoned;

  @Schedule(hour = "*", minute = "*/10", persistent = false, info = "Cancel unanswered orders")
  public void run() {
    jobs.walk("silent-orders", abandoned::silent, abandoned::cancelSilent);
  }
}
