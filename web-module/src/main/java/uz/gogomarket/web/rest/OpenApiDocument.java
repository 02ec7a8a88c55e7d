package uz.gogomarket.web.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;

/** Serves the description that was made while building: YAML, or JSON where that is asked for. */
@WebServlet("/openapi")
public class OpenApiDocument extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean json = wantsJson(request);
    response.setContentType(json ? "application/json" : "application/yaml");
    response.setHeader("Cache-Control", "public, max-age=60");
    String name = json ? "/openapi/openapi.json" : "/openapi/openapi.yaml";
    try (InputStream document = OpenApiDocument.class.getResourceAsStream(name)) {
      Objects.requireNonNull(document, name).transferTo(response.getOutputStream());
    }
  }

  private static boolean wantsJson(HttpServletRequest request) {
    String format = Objects.toString(request.getParameter("format"), "");
    String accept = Objects.toString(request.getHeader("Accept"), "");
    return format.toLowerCase(Locale.ROOT).equals("json") || accept.contains("application/json");
  }
}
