package uz.gogomarket.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uz.gogomarket.platform.Addresses;
import uz.gogomarket.platform.Budgets;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.TooManyRequests;

/**
 * How many accounts may be opened from one address in a quarter of an hour. Each costs a hash, and
 * tells whether an e-mail address is taken.
 */
@ApplicationScoped
class RegistrationBudget {

  private static final Duration PERIOD = Duration.ofMinutes(15);

  /** 0 switches the budget off, for tests and load tests. */
  @Inject
  @ConfigProperty(name = "gogomarket.limits.registrations-per-quarter-hour", defaultValue = "10")
  int registrations;

  private Optional<Budgets> budgets = Optional.empty();

  @PostConstruct
  void prepare() {
    if (registrations > 0) {
      budgets = Optional.of(new Budgets(registrations, PERIOD));
    }
  }

  /**
   * Spends one registration of the address that asks.
   *
   * @throws TooManyRequests if it has none left
   */
  void spend() {
    String address = RequestInfo.current().address();
    if (address != null) {
      budgets.ifPresent(each -> each.spend(Addresses.network(address)));
    }
  }
}
