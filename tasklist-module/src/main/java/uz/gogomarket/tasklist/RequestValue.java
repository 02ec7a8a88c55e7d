package uz.gogomarket.tasklist;

import java.util.regex.Pattern;

/** What a field or a parameter holds, as far as the engine would fail over it. */
final class RequestValue {

  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

  private RequestValue() {}

  /**
   * @param name of the field or the parameter
   * @throws Refused if it holds a NUL, which no text in the database does, or is no number where
   *     one is counted
   */
  static void check(String name, String value) throws Refused {
    if (value.indexOf('\0') >= 0) {
      throw new Refused("There may be no NUL in a value");
    }
    if ((name.endsWith("maxResults") || name.endsWith("firstResult"))
        && !COUNT.matcher(value).matches()) {
      throw new Refused("The value of " + name + " has to be a number from 0");
    }
  }
}
