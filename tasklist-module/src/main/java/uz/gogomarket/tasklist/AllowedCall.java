package uz.gogomarket.tasklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list.
 *
 * @param path below {@code /camunda/api}, with placeholders
 * @param parameters what may stand in the query, each with the value that it must have, or ""
 * @param fields the paths that may stand in a JSON body, likewise
 * @param form whether the body is a page's form instead
 */
record AllowedCall(
    String method,
    String path,
    Pattern pattern,
    Map<String, String> parameters,
    Map<String, String> fields,
    boolean form) {

  private static final Pattern LINE =
      Pattern.compile("([A-Z]+) (/\\S*)(?: \\?([^{(]*?))?(?: \\{(.*)})?( \\(form\\))?");

  /** The engine's ids: UUIDs, or the numbers that it gave before; of definitions with their key. */
  private static final String ID =
      "(?:[\\w-]+:\\d+:)?(?:\\d{1,19}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

  private static final Map<String, String> PLACEHOLDERS =
      Map.of("{id}", ID, "{mine}", ID, "{login}", "[^/@]+@[^/@]+");

  static AllowedCall parse(String line) {
    Matcher parts = LINE.matcher(line.replaceAll("\\s+", " ").strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("This is no call: " + line);
    }
    String path = parts.group(2);
    String pattern = "\\Q" + path + "\\E";
    for (Map.Entry<String, String> placeholder : PLACEHOLDERS.entrySet()) {
      pattern = pattern.replace(placeholder.getKey(), "\\E(" + placeholder.getValue() + ")\\Q");
    }
    return new AllowedCall(
        parts.group(1),
        path,
        Pattern.compile(pattern),
        names(parts.group(3)),
        names(parts.group(4)),
        parts.group(5) != null);
  }

  private static Map<String, String> names(@Nullable String list) {
    Map<String, String> names = new LinkedHashMap<>();
    if (list == null || list.isBlank()) {
      return names;
    }
    for (String word : List.of(list.strip().split(" "))) {
      String[] pair = word.split("=", 2);
      if (pair[0].toLowerCase(Locale.ROOT).endsWith("expression")) {
        throw new IllegalArgumentException("Nobody may send expressions: " + word);
      }
      names.put(pair[0], pair.length == 1 ? "" : pair[1]);
    }
    return names;
  }

  boolean matches(String otherMethod, String otherPath) {
    return method.equals(otherMethod) && pattern.matcher(otherPath).matches();
  }

  /** The first id in the path of a call that matches. */
  String id(String otherPath) {
    Matcher matcher = pattern.matcher(otherPath);
    if (!matcher.matches() || matcher.groupCount() == 0) {
      throw new IllegalArgumentException("There is no id in " + path);
    }
    return matcher.group(1);
  }

  /**
   * @throws Refused unless the query says what it may and must
   */
  void checkQuery(Map<String, List<String>> query) throws Refused {
    for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
      if (!parameters.containsKey(parameter.getKey())) {
        throw new Refused("There may be no such parameter in the query");
      }
      for (String value : parameter.getValue()) {
        RequestValue.check(parameter.getKey(), value);
      }
    }
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String wanted = parameter.getValue();
      if (!wanted.isEmpty() && !List.of(wanted).equals(query.get(parameter.getKey()))) {
        throw new Refused("The query must say " + parameter.getKey() + "=" + wanted);
      }
    }
  }
}
