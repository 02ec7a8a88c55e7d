package uz.gogomarket.web.http;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Leads from a folder's address without its last slash to the one with it. The server would do so,
 * too, but before any filter, and so without what {@link AnswerHeaders} says.
 */
@WebServlet({"/docs", "/media", "/media/demo"})
public class FolderAddress extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString();
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader(
        "Location", request.getRequestURI() + "/" + (query == null ? "" : "?" + query));
  }
}
