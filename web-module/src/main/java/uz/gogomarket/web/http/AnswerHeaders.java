package uz.gogomarket.web.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uz.gogomarket.platform.SecurityHeaders;

/** Gives every answer what browsers need to be told, the server's own answers included. */
public class AnswerHeaders implements Filter {

  private SecurityHeaders headers = SecurityHeaders.configured();

  @Override
  public void init(FilterConfig config) {
    headers = SecurityHeaders.configured();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    headers.write((HttpServletRequest) request, (HttpServletResponse) response);
    chain.doFilter(request, response);
  }
}
