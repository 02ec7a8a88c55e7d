package uz.gogomarket.web.rest;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uz.gogomarket.platform.Addresses;
import uz.gogomarket.platform.Budgets;
import uz.gogomarket.platform.RequestInfo;

/** How many requests a minute an account, or else an address, may send. */
@ApplicationScoped
class RequestBudgets {

  /** The request's property that holds what was left of the budget it was counted against. */
  static final String PROBE = "uz.gogomarket.budget";

  /** 0 switches the budgets off, for load tests. */
  @Inject
  @ConfigProperty(name = "gogomarket.limits.requests-per-minute", defaultValue = "1200")
  int perMinute;

  private Budgets budgets = new Budgets(1, Duration.ofMinutes(1));

  @PostConstruct
  void prepare() {
    budgets = new Budgets(Math.max(1, perMinute), Duration.ofMinutes(1));
  }

  boolean areOff() {
    return perMinute <= 0;
  }

  int perMinute() {
    return perMinute;
  }

  ConsumptionProbe spend(String client) {
    return budgets.trySpend(client);
  }

  ConsumptionProbe spendOfAddress() {
    return spend(address());
  }

  void giveBackToAddress() {
    budgets.giveBack(address());
  }

  private static String address() {
    String address = RequestInfo.current().address();
    return "address:" + (address == null ? "unknown" : Addresses.network(address));
  }
}
