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

/** Releases the money of orders whose hold is over, every five minutes. */
@Singleton
@Startup
@Lock(LockType.READ)
@Internal
@TransactionManagement(TransactionManagementType.BEAN)
public class SettlementJob {

  @Inject Jobs jobs;
  @Inject SettlementService settlements;

  @Schedule(hour = "*", minute = "*/5", persistent = false, info = "Release money after the hold")
  public void run() {
    jobs.walk("settlement", settlements::due, settlements::settle);
  }
}
