package uz.gogomarket.runtime;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What whoever starts the marketplace gets to read: one line per step, with the time so far. */
final class Console {
  private static final Instant START =
      ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
  private static final PrintStream OUT = System.out;
  private static final PrintStream ERR = System.err;

  private Console() {}

  static void step(String text) {
    OUT.printf(Locale.ROOT, "[%5.1f s] %s%n", secondsSinceStart(), text);
  }

  static void plain(String text) {
    OUT.println(text);
  }

  static void warning(String text) {
    OUT.printf(Locale.ROOT, "[%5.1f s] ! %s%n", secondsSinceStart(), text);
  }

  static void failure(String text) {
    ERR.println("GoGoMarket: " + text);
  }

  private static double secondsSinceStart() {
    return Duration.between(START, Instant.now()).toMillis() / 1000.0;
  }
}
