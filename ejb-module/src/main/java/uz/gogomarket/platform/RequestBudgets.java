package uz.gogomarket.platform;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How many requests a minute an account, or else an address, may send: one budget before all doors,
 * whichever web application they belong to.
 */
public final class RequestBudgets {

  /** The request's attribute that holds what was left of the budget it was counted against. */
  public static final String PROBE = "uz.gogomarket.budget";

  static final String SETTING = "gogomarket.limits.requests-per-minute";

  private static final int PER_MINUTE = 1200;
  private static final String HEALTH = "/health";

  private final int perMinute;
  private final Budgets budgets;
  private final TrustedProxies proxies;

  /** Made when it is asked for first: the settings are known by then. */
  private static final class Shared {
    private static final RequestBudgets BUDGETS =
        new RequestBudgets(
            ConfigProvider.getConfig().getOptionalValue(SETTING, Integer.class).orElse(PER_MINUTE),
            TrustedProxies.configured());
  }

  /**
   * @param perMinute 0 switches the budgets off, for load tests
   */
  RequestBudgets(int perMinute, TrustedProxies proxies) {
    this.perMinute = perMinute;
    this.proxies = proxies;
    budgets = new Budgets(Math.max(1, perMinute), Duration.ofMinutes(1));
  }

  /** The one that all doors spend from. */
  public static RequestBudgets shared() {
    return Shared.BUDGETS;
  }

  public boolean areOff() {
    return perMinute <= 0;
  }

  /**
   * Spends the budget of the address that a request comes from. Load balancers look after our
   * health as often as they like: from this machine, and where they are the trusted proxies.
   *
   * @return what is left; empty where nothing is counted
   */
  public Optional<ConsumptionProbe> spendOfAddress(HttpServletRequest request) {
    if (areOff()
        || (request.getRequestURI().startsWith(HEALTH) && proxies.speaksForItself(request))) {
      return Optional.empty();
    }
    return Optional.of(spend(address()));
  }

  /**
   * The same.
   *
   * @throws TooManyRequests if nothing is left
   */
  public void requireOfAddress(HttpServletRequest request) {
    spendOfAddress(request).ifPresent(Budgets::require);
  }

  public void giveBackToAddress() {
    if (!areOff()) {
      budgets.giveBack(address());
    }
  }

  public ConsumptionProbe spend(String client) {
    return budgets.trySpend(client);
  }

  /** What a client is told of its budget (draft-ietf-httpapi-ratelimit-headers). */
  public Map<String, String> headers(ConsumptionProbe probe) {
    long reset = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForReset()) + 1;
    return Map.of(
        "RateLimit-Policy",
        "\"requests\";q=" + perMinute + ";w=60",
        "RateLimit",
        "\"requests\";r=" + probe.getRemainingTokens() + ";t=" + reset);
  }

  /** For how long a client whose budget is used up has to wait. */
  public static long secondsToWait(ConsumptionProbe probe) {
    return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
  }

  /** The network address from which the running request comes, as the name of a budget. */
  public static String address() {
    String address = RequestInfo.current().address();
    return "address:" + (address == null ? "unknown" : Addresses.network(address));
  }
}
