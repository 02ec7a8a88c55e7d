package uz.gogomarket.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Reads settings; a change is seen by every server within {@value #SECONDS_CACHED} seconds. */
@ApplicationScoped
public class Settings {

  static final int SECONDS_CACHED = 5;

  private final Cache<String, Map<String, String>> cache =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(SECONDS_CACHED)).build();

  @Inject Sql sql;

  public <T> T get(Setting<T> setting) {
    String text = values().get(setting.key());
    return text == null ? setting.defaultValue() : setting.parse().apply(text);
  }

  Map<String, String> values() {
    return cache.get("all", key -> read());
  }

  void forget() {
    cache.invalidateAll();
  }

  private Map<String, String> read() {
    Map<String, String> values = new HashMap<>();
    sql.list(
        "select key, value from settings",
        row -> values.put(row.string("key"), row.string("value")));
    return Map.copyOf(values);
  }
}
