package uz.gogomarket.web.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Compresses answers to GET for those who take gzip. Answers to other methods never: tokens and
 * keys are handed out in them, and their compressed length could tell about a secret beside what a
 * stranger has put in.
 */
public class Compression implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (!http.getMethod().equals("GET")) {
      chain.doFilter(request, response);
      return;
    }
    CompressedResponse compressed =
        new CompressedResponse((HttpServletResponse) response, takesGzip(http));
    chain.doFilter(request, compressed);
    compressed.finish();
  }

  /** What is said of gzip by name counts for more than what is said of all (RFC 9110, 12.5.3). */
  private static boolean takesGzip(HttpServletRequest request) {
    List<String> codings =
        Collections.list(request.getHeaders("Accept-Encoding")).stream()
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .map(coding -> coding.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
            .toList();
    return codings.stream()
        .filter(coding -> coding.matches("(x-)?gzip(;.*)?"))
        .findFirst()
        .or(() -> codings.stream().filter(coding -> coding.matches("\\*(;.*)?")).findFirst())
        .filter(coding -> !coding.matches(".*;q=0(\\.0*)?"))
        .isPresent();
  }
}
