package uz.gogomarket.runtime;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Picks out of the server's output what a person should see: our own warnings and everybody's
 * errors. All of it stands in the log file.
 *
 * <p>A record begins with {@code [#|time|level|product|logger|details|} and ends with {@code |#]}.
 */
final class ServerLog {
  private static final Pattern HEAD =
      Pattern.compile("\\[#\\|[^|]*\\|([A-Z]+)\\|[^|]*\\|([^|]*)\\|[^|]*\\|(.*)");

  private static final String END = "|#]";
  private static final int LONGEST_LINE = 300;
  private static final int MOST_RECORD_LINES = 400;

  /** The server's list of authorities holds some that have expired; it says so of each. */
  private static final List<String> NOISE = List.of("has expired");

  private final StringBuilder text = new StringBuilder();
  private boolean within;
  private int lines;
  private String level = "";
  private String logger = "";
  private String lastShown = "";

  /**
   * @param line the next line of the output
   * @return what is worth showing, once a record is whole
   */
  Optional<String> accept(String line) {
    Matcher head = HEAD.matcher(line);
    String rest = line;
    if (head.matches()) {
      within = true;
      lines = 0;
      text.setLength(0);
      level = head.group(1);
      logger = head.group(2);
      rest = head.group(3);
    } else if (!within) {
      return Optional.empty();
    }
    boolean last = rest.endsWith(END);
    if (lines++ < MOST_RECORD_LINES) {
      text.append(last ? rest.substring(0, rest.length() - END.length()) : rest).append('\n');
    }
    if (!last) {
      return Optional.empty();
    }
    within = false;
    String record = text.toString().strip();
    if (!worthShowing(record)) {
      return Optional.empty();
    }
    String shown = shortened(record);
    boolean repeated = shown.equals(lastShown);
    lastShown = shown;
    return repeated ? Optional.empty() : Optional.of(shown);
  }

  private boolean worthShowing(String record) {
    if (NOISE.stream().anyMatch(record::contains)) {
      return false;
    }
    return switch (level) {
      case "SEVERE", "ALERT", "EMERGENCY" -> true;
      case "WARNING" -> logger.startsWith("uz.gogomarket");
      default -> false;
    };
  }

  private String shortened(String record) {
    String first = record.lines().findFirst().orElse("").strip();
    String most = first.length() <= LONGEST_LINE ? first : first.substring(0, LONGEST_LINE) + "…";
    return level + " " + logger + ": " + most;
  }
}
