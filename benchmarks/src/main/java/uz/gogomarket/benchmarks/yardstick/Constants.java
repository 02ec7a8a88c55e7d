package uz.gogomarket.benchmarks.yardstick;

import jakarta.ejb.Stateless;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** JSON of any length, always the same. */
@Stateless
public class Constants {

  private static final int LONGEST = 1_000_000;
  private static final ConcurrentMap<Integer, String> KNOWN = new ConcurrentHashMap<>();

  /**
   * @param bytes at least 12, at most a million; whatever lies outside becomes the nearest
   */
  public String ofLength(int bytes) {
    int padding = Math.max(0, Math.min(bytes, LONGEST) - "{\"text\":\"\"}".length());
    return KNOWN.computeIfAbsent(padding, length -> "{\"text\":\"" + "x".repeat(length) + "\"}");
  }
}
