package uz.gogomarket.web.rest;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uz.gogomarket.platform.Json;
import uz.gogomarket.web.http.RequestMeters;

/** Answers a problem document where no endpoint does: the server's own pages are never shown. */
@WebServlet("/problem")
public class ProblemPage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient Json json;
  @Inject transient RequestMeters meters;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = known instanceof Integer given ? given : 404;
    meters.refused(Problems.code(status));
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(ProblemDocument.MEDIA_TYPE);
    response
        .getOutputStream()
        .write(
            json.write(ProblemDocument.of(status, Problems.code(status), null, List.of(), null))
                .getBytes(StandardCharsets.UTF_8));
  }
}
