package uz.gogomarket.tasklist;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a request to the REST, if there is only one way to read it: no parameters within
 * the path, no empty segments or dots for one, no encoded slashes, backslashes, per cent signs or
 * control characters.
 */
final class RequestPath {

  private static final Pattern ODD =
      Pattern.compile(
          "[;\\\\\\p{Cntrl}]|//|/\\.{1,2}(/|$)|%(2[fF]|5[cC]|25|3[bB]|2[eE]|[01]|7[fF])");

  private RequestPath() {}

  /**
   * The path below the REST's root.
   *
   * @param root such as {@code /camunda/api}
   */
  static String below(String root, HttpServletRequest request) throws Refused {
    String raw = request.getRequestURI();
    String path = decoded(raw);
    String mapped =
        request.getContextPath() + request.getServletPath() + orNothing(request.getPathInfo());
    if (ODD.matcher(raw).find() || !path.equals(mapped) || !path.startsWith(root + "/")) {
      throw new Refused("The address has to be written plainly");
    }
    return path.substring(root.length());
  }

  private static String decoded(String raw) throws Refused {
    try {
      return orNothing(new URI(raw).getPath());
    } catch (URISyntaxException e) {
      throw new Refused("The address cannot be read");
    }
  }

  /** The query's names with their values. */
  static Map<String, List<String>> query(HttpServletRequest request) throws Refused {
    Map<String, List<String>> query = new LinkedHashMap<>();
    String raw = orNothing(request.getQueryString());
    for (String pair : raw.isEmpty() ? List.<String>of() : List.of(raw.split("&", -1))) {
      String[] parts = pair.split("=", 2);
      try {
        query
            .computeIfAbsent(
                URLDecoder.decode(parts[0], StandardCharsets.UTF_8), name -> new ArrayList<>())
            .add(parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw new Refused("The query cannot be read");
      }
    }
    return query;
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }
}
