package uz.gogomarket.platform;

import org.jspecify.annotations.Nullable;

/**
 * What a client was told, kept under its idempotency key.
 *
 * @param status HTTP status
 * @param body JSON or XML
 * @param location of what was made; null where it has no address
 * @param replayed true where it was told before
 */
public record Answer(int status, String body, @Nullable String location, boolean replayed) {

  public static Answer created(String body, @Nullable String location) {
    return new Answer(201, body, location, false);
  }

  public static Answer ok(String body) {
    return new Answer(200, body, null, false);
  }
}
