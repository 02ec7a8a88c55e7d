package uz.gogomarket.tasklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may be asked of the REST, by group: {@code allowed-calls.txt}, which says how to read it.
 */
final class AllowedCalls {

  /** The group that everybody is in, whether logged in or not. */
  static final String ANYBODY = "anybody";

  private static final String LIST = "/allowed-calls.txt";

  private final Map<String, List<AllowedCall>> byGroup;

  private AllowedCalls(Map<String, List<AllowedCall>> byGroup) {
    this.byGroup = byGroup;
  }

  static AllowedCalls read() {
    try (InputStream list = AllowedCalls.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException(LIST + " is missing from the application");
      }
      return parse(new String(list.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AllowedCalls parse(String list) {
    Map<String, List<AllowedCall>> byGroup = new LinkedHashMap<>();
    List<AllowedCall> calls = new ArrayList<>();
    for (String entry : list.replaceAll("(?m)^#.*\\R", "").split("\\R(?=\\S)", -1)) {
      String line = entry.strip();
      if (line.startsWith("[")) {
        calls =
            byGroup.computeIfAbsent(
                line.substring(1, line.length() - 1), group -> new ArrayList<>());
      } else if (!line.isEmpty()) {
        calls.add(AllowedCall.parse(line));
      }
    }
    return new AllowedCalls(byGroup);
  }

  /**
   * The call that somebody in these groups makes.
   *
   * @throws Refused if none of their calls is like that
   */
  AllowedCall find(
      Collection<String> groups, String method, String path, Map<String, List<String>> query)
      throws Refused {
    Refused reason = new Refused("This is not on the list of what may be asked here");
    for (String group : groups) {
      for (AllowedCall call : byGroup.getOrDefault(group, List.of())) {
        if (call.matches(method, path)) {
          try {
            call.checkQuery(query);
            return call;
          } catch (Refused e) {
            reason = e;
          }
        }
      }
    }
    throw reason;
  }

  Map<String, List<AllowedCall>> all() {
    return byGroup;
  }
}
