package uz.gogomarket.tasklist;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives a page and its content security policy the same nonce. The web applications keep the nonce
 * between the two in the servlet context, where requests at the same time overwrite each other's:
 * the page's scripts are then refused. Here both are rewritten to a nonce of this request.
 */
public class PageNonceFilter implements Filter {

  private static final String POLICY = "Content-Security-Policy";
  private static final Pattern IN_POLICY = Pattern.compile("'nonce-[A-Za-z0-9_+/=-]*'");
  private static final Pattern IN_PAGE = Pattern.compile("nonce=\"[A-Za-z0-9_+/=-]*\"");
  private static final int NONCE_BYTES = 20;

  private final SecureRandom random = new SecureRandom();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Page page = new Page((HttpServletResponse) response, nonce());
    chain.doFilter((HttpServletRequest) request, page);
    page.finish();
  }

  private String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Holds back what is written as text; files go through their output stream untouched. */
  private static final class Page extends HttpServletResponseWrapper {

    private final String nonce;
    private @Nullable StringWriter text;
    private @Nullable PrintWriter writer;

    Page(HttpServletResponse response, String nonce) {
      super(response);
      this.nonce = nonce;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
      super.setHeader(name, rewritten(name, value));
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
      super.addHeader(name, rewritten(name, value));
    }

    private @Nullable String rewritten(String name, @Nullable String value) {
      return value != null && POLICY.equalsIgnoreCase(name)
          ? IN_POLICY.matcher(value).replaceAll("'nonce-" + nonce + "'")
          : value;
    }

    @Override
    public PrintWriter getWriter() {
      PrintWriter known = writer;
      if (known == null) {
        text = new StringWriter();
        known = new PrintWriter(text);
        writer = known;
      }
      return known;
    }

    void finish() throws IOException {
      if (text == null || writer == null || isCommitted()) {
        return;
      }
      writer.flush();
      byte[] content =
          IN_PAGE
              .matcher(text.toString())
              .replaceAll("nonce=\"" + nonce + "\"")
              .getBytes(StandardCharsets.UTF_8);
      getResponse().setCharacterEncoding(StandardCharsets.UTF_8.name());
      getResponse().setContentLength(content.length);
      getResponse().getOutputStream().write(content);
    }
  }
}
