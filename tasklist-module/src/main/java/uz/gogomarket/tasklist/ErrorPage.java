package uz.gogomarket.tasklist;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Whatever goes wrong is told in a sentence of ours: the server's own pages, with its name and
 * version, are never shown. Programs get it as JSON, people as a page.
 */
public class ErrorPage extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String API = "/camunda/api/";
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
        <head><meta charset="utf-8"><title>GoGoMarket</title></head>
        <body><h1>GoGoMarket</h1><p>%s</p><p><a href="/camunda/app/tasklist/">To the tasklist</a></p></body>
      </html>
      """;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = known instanceof Integer given ? given : HttpServletResponse.SC_NOT_FOUND;
    String asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    String sentence = sentence(status);
    if (asked.startsWith(API)) {
      Answer.refusal(response, status, "http_" + status, sentence);
      return;
    }
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(PAGE.formatted(sentence).getBytes(StandardCharsets.UTF_8));
  }

  private static String sentence(int status) {
    return switch (status) {
      case 400 -> "This request cannot be understood.";
      case 401 -> "Log in first.";
      case 403 -> "You are not allowed to do this.";
      case 404 -> "There is nothing here.";
      case 405 -> "This cannot be done with this address.";
      case 413 -> "This is too large.";
      case 415 -> "This kind of content is not understood.";
      default ->
          status < 500
              ? "This is not possible."
              : "Something went wrong on our side. Try again later.";
    };
  }
}
