package uz.gogomarket.web.soap;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * A service's WSDL and schemas as they are served: with the addresses that the marketplace is
 * configured with, whatever a request says of where it was sent.
 *
 * @param byQuery each by the query that asks for it, in lower case
 */
record Documents(Map<String, byte[]> byQuery) {

  private static final String FOLDER = "/WEB-INF/wsdl/";

  /** The addresses in the files. */
  private static final String WRITTEN = "http://localhost:8080/ws/";

  /**
   * Reads them.
   *
   * @param service its name, {@code PartnerCatalog}
   * @param baseUrl how clients reach the marketplace
   */
  static Documents read(ServletContext context, String service, String baseUrl) throws IOException {
    String address = baseUrl.replaceFirst("/$", "") + "/ws/";
    return new Documents(
        Map.of(
            "wsdl", text(context, service, service + ".wsdl", address),
            "xsd=1", text(context, service, service + ".xsd", address),
            "xsd=2", text(context, service, "types.xsd", address)));
  }

  boolean have(String query) {
    return byQuery.containsKey(query);
  }

  void write(String query, HttpServletResponse response) throws IOException {
    response.setContentType("text/xml");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "public, max-age=60");
    response.getOutputStream().write(Objects.requireNonNull(byQuery.get(query), query));
  }

  private static byte[] text(ServletContext context, String service, String file, String address)
      throws IOException {
    try (InputStream stream = context.getResourceAsStream(FOLDER + file)) {
      return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8)
          .replace(WRITTEN, address)
          .replace(imports(service + ".xsd"), imports(address + service + "?xsd=1"))
          .replace(imports("types.xsd"), imports(address + service + "?xsd=2"))
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  private static String imports(String location) {
    return "schemaLocation=\"" + location + "\"";
  }
}
