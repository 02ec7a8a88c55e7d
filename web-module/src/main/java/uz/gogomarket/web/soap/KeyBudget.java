package uz.gogomarket.web.soap;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Budgets;
import uz.gogomarket.platform.TooManyRequests;

/** A budget of requests for each key. */
@ApplicationScoped
class KeyBudget {

  /** 0 switches the budget off, for load tests. */
  @Inject
  @ConfigProperty(name = "gogomarket.limits.soap-requests-per-minute", defaultValue = "600")
  int requestsPerMinute;

  private Optional<Budgets> budgets = Optional.empty();

  @PostConstruct
  void prepare() {
    if (requestsPerMinute > 0) {
      budgets = Optional.of(new Budgets(requestsPerMinute, Duration.ofMinutes(1)));
    }
  }

  /**
   * @throws TooManyRequests if the key's budget is used up
   */
  void spend(Actor key) {
    budgets.ifPresent(each -> each.spend(key.name()));
  }
}
