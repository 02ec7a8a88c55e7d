package uz.gogomarket.cart;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Jobs;

/** Gives up the carts of guests whose time is over, every night before those are forgotten. */
@Singleton
@Startup
@Internal
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AbandonedCartsJob {

  @Inject Jobs jobs;
  @Inject CartService carts;

  @Schedule(hour = "3", minute = "11", persistent = false, info = "give up carts of gone guests")
  void run() {
    jobs.exclusively("abandoned-carts", carts::abandonExpired);
  }
}
