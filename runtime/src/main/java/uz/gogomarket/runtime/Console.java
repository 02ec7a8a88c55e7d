package uz.gogomarket.runtime;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What whoever starts the marketplace gets to read: one line per step, with the time so far; or,
 * for programs, one JSON object per line with the server's names for its members.
 */
final class Console {
  private static final Instant START =
      ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
  private static final PrintStream OUT = System.out;
  private static final PrintStream ERR = System.err;

  private static volatile boolean json;

  private Console() {}

  static void speakJson(boolean on) {
    json = on;
  }

  static void step(String text) {
    if (json) {
      OUT.println(object("INFO", text));
    } else {
      OUT.printf(Locale.ROOT, "[%5.1f s] %s%n", secondsSinceStart(), text);
    }
  }

  static void plain(String text) {
    OUT.println(json ? object("INFO", text) : text);
  }

  static void warning(String text) {
    if (json) {
      OUT.println(object("WARNING", text));
    } else {
      OUT.printf(Locale.ROOT, "[%5.1f s] ! %s%n", secondsSinceStart(), text);
    }
  }

  static void failure(String text) {
    ERR.println(json ? object("SEVERE", text) : "GoGoMarket: " + text);
  }

  /** What the server says, where that is JSON already; what it says before it can, is not. */
  static void passOn(String line) {
    if (line.startsWith("{")) {
      OUT.println(line);
    } else if (!line.isBlank()) {
      OUT.println(object("INFO", line));
    }
  }

  static String object(String level, String text) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("Timestamp", Instant.now().toString());
    members.put("Level", level);
    members.put("LoggerName", "uz.gogomarket.runtime");
    members.put("LogMessage", text);
    return Json.object(members);
  }

  private static double secondsSinceStart() {
    return Duration.between(START, Instant.now()).toMillis() / 1000.0;
  }
}
