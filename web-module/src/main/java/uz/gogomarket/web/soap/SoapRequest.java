package uz.gogomarket.web.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.BufferedRequest;

/** A request that was checked, with the content type of what its envelope turned out to be. */
final class SoapRequest extends BufferedRequest {

  private final String contentType;

  SoapRequest(HttpServletRequest request, byte[] body, SoapVersion version) {
    super(request, body);
    String encoding = request.getCharacterEncoding();
    this.contentType =
        encoding == null ? version.mediaType() : version.mediaType() + "; charset=" + encoding;
  }

  @Override
  public String getContentType() {
    return contentType;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return name.equalsIgnoreCase("Content-Type") ? contentType : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return name.equalsIgnoreCase("Content-Type")
        ? Collections.enumeration(List.of(contentType))
        : super.getHeaders(name);
  }
}
