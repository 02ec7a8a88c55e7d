package uz.gogomarket.web.soap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import uz.gogomarket.platform.Addresses;
import uz.gogomarket.platform.Budgets;
import uz.gogomarket.platform.TooManyRequests;

/**
 * How many wrong secrets are looked at. Each address has a budget; but a key whose secret was right
 * from there before has one there for itself. So whoever tries secrets out does not shut the door
 * on the partners who sit behind the same proxy.
 */
@ApplicationScoped
class RefusedSecrets {

  static final int PER_MINUTE = 60;

  private static final int MOST_KEYS = 50_000;

  private final Budgets budgets = new Budgets(PER_MINUTE, Duration.ofMinutes(1));
  private final Cache<String, Boolean> knownThere =
      Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterAccess(Duration.ofDays(7)).build();

  /**
   * @throws TooManyRequests if this key's secret is not looked at for now
   */
  void requireTrust(String address, String keyId) {
    budgets.requireSome(client(address, keyId));
  }

  /** Notes a wrong secret. */
  void refused(String address, String keyId) {
    budgets.trySpend(client(address, keyId));
  }

  /** Notes a right one. */
  void accepted(String address, String keyId) {
    knownThere.put(pair(address, keyId), true);
  }

  private String client(String address, String keyId) {
    String pair = pair(address, keyId);
    return knownThere.getIfPresent(pair) == null ? Addresses.network(address) : pair;
  }

  private static String pair(String address, String keyId) {
    return Addresses.network(address) + ' ' + keyId;
  }
}
