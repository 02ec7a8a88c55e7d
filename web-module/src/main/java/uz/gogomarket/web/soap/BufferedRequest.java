package uz.gogomarket.web.soap;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request whose body was read already and is given again, as what it turned out to be. */
final class BufferedRequest extends HttpServletRequestWrapper {

  private final byte[] body;
  private final String contentType;

  BufferedRequest(HttpServletRequest request, byte[] body, SoapVersion version) {
    super(request);
    this.body = body;
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

  @Override
  public int getContentLength() {
    return body.length;
  }

  @Override
  public long getContentLengthLong() {
    return body.length;
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Body(new ByteArrayInputStream(body));
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private static final class Body extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Body(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("The body was read already");
    }
  }
}
