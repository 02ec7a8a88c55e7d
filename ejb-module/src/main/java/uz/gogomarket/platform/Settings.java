package uz.gogomarket.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads settings; a change is seen by every server within {@value #SECONDS_CACHED} seconds. */
@ApplicationScoped
public class Settings {

  static final int SECONDS_CACHED = 5;

  private static final String ALL = "all";

  private final Cache<String, Map<String, Value>> cache =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(SECONDS_CACHED)).build();

  @Inject Sql sql;

  public <T> T get(Setting<T> setting) {
    Value value = values().get(setting.key());
    return value == null ? setting.defaultValue() : setting.parse().apply(value.text());
  }

  Map<String, Value> values() {
    Map<String, Value> kept = cache.getIfPresent(ALL);
    if (kept == null) {
      // Not within the cache: who waits there may hold the connection that the reader waits for.
      kept = read();
      cache.put(ALL, kept);
    }
    return kept;
  }

  void forget() {
    cache.invalidateAll();
  }

  private Map<String, Value> read() {
    return sql.list("select key, value, version from settings", Kept.class).stream()
        .collect(Collectors.toMap(Kept::key, kept -> new Value(kept.value(), kept.version())));
  }

  private record Kept(String key, String value, int version) {}

  /** What stands in the table. */
  record Value(String text, int version) {}
}
