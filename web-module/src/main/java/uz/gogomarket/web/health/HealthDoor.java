package uz.gogomarket.web.health;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import uz.gogomarket.platform.TrustedProxies;

/** Tells strangers up or down; what was checked, and what came out, programs on this machine. */
public class HealthDoor implements Filter {

  private TrustedProxies proxies = TrustedProxies.NONE;

  @Override
  public void init(FilterConfig config) {
    proxies = TrustedProxies.configured();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("Cache-Control", "no-store");
    if (proxies.origin((HttpServletRequest) request).local()) {
      chain.doFilter(request, response);
      return;
    }
    chain.doFilter(request, new Unsaid(answer));
    String status = answer.getStatus() == HttpServletResponse.SC_OK ? "UP" : "DOWN";
    answer.setContentType("application/json");
    answer
        .getOutputStream()
        .write(("{\"status\":\"" + status + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  /** Takes the status over, and nothing that is written. */
  private static final class Unsaid extends HttpServletResponseWrapper {

    Unsaid(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setContentLength(int length) {
      // of what is not said
    }

    @Override
    public void setContentLengthLong(long length) {
      // of what is not said
    }

    @Override
    public void flushBuffer() {
      // the answer comes later
    }

    @Override
    public PrintWriter getWriter() {
      return new PrintWriter(Writer.nullWriter());
    }

    @Override
    public ServletOutputStream getOutputStream() {
      return new ServletOutputStream() {
        @Override
        public void write(int each) {
          // not said
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
          throw new IllegalStateException("Answers are written at once");
        }
      };
    }
  }
}
