package uz.gogomarket.tasklist;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says that a request failed, and nothing else: the server's own page tells its name. */
public class ErrorText extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = known instanceof Integer given ? given : HttpServletResponse.SC_NOT_FOUND;
    response.setStatus(status);
    response.setContentType("text/plain");
    response.getWriter().println("The request was refused or failed (" + status + ").");
  }
}
