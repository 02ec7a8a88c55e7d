package uz.gogomarket.runtime;

import java.util.Map;
import java.util.stream.Collectors;

/** Just enough JSON to write a file of keys: flat objects of strings that need no escaping. */
final class Json {

  private Json() {}

  static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ":" + quoted(member.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    if (!text.chars().allMatch(c -> c >= ' ' && c < 127 && c != '"' && c != '\\')) {
      throw new IllegalArgumentException("needs escaping");
    }
    return '"' + text + '"';
  }
}
