package uz.gogomarket.web.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds back the beginning of an answer until it is known whether compressing it is worth the
 * while: text of more than a kilobyte. An answer with a strong {@code ETag} stays as it is, since
 * that names the very bytes.
 */
final class CompressedResponse extends HttpServletResponseWrapper {

  private static final int WORTH_IT = 1024;
  private static final Pattern TEXT =
      Pattern.compile(
          "(text/|image/svg|application/([a-z-]+\\+)?(json|xml|yaml|javascript)).*",
          Pattern.CASE_INSENSITIVE);
  private static final String VARY = "Vary";
  private static final String ACCEPT_ENCODING = "Accept-Encoding";

  private final boolean wanted;
  private final ByteArrayOutputStream start = new ByteArrayOutputStream(WORTH_IT);
  private long announced = -1;
  private @Nullable OutputStream target;
  private @Nullable ServletOutputStream out;
  private @Nullable PrintWriter writer;

  CompressedResponse(HttpServletResponse response, boolean wanted) {
    super(response);
    this.wanted = wanted;
    response.setHeader(VARY, ACCEPT_ENCODING);
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (name.equalsIgnoreCase("Content-Length") && value != null) {
      announced = Long.parseLong(value);
    } else if (name.equalsIgnoreCase(VARY)) {
      super.setHeader(name, value == null ? ACCEPT_ENCODING : value + ", " + ACCEPT_ENCODING);
    } else {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    if (name.equalsIgnoreCase("Content-Length")) {
      setHeader(name, value);
    } else {
      super.addHeader(name, value);
    }
  }

  @Override
  public void setContentLength(int length) {
    announced = length;
  }

  @Override
  public void setContentLengthLong(long length) {
    announced = length;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    ServletOutputStream known = out;
    if (known == null) {
      known = new Held();
      out = known;
    }
    return known;
  }

  @Override
  public PrintWriter getWriter() {
    PrintWriter known = writer;
    if (known == null) {
      Charset charset = Charset.forName(getCharacterEncoding());
      known = new PrintWriter(new OutputStreamWriter(getOutputStream(), charset));
      writer = known;
    }
    return known;
  }

  /** What has been held back so far is not worth a message of its own. */
  @Override
  public void flushBuffer() throws IOException {
    if (target != null) {
      target.flush();
      super.flushBuffer();
    }
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    start.reset();
  }

  @Override
  public void reset() {
    super.reset();
    start.reset();
    announced = -1;
  }

  /** Sends what is still held back; nothing may be written afterwards. */
  void finish() throws IOException {
    if (writer != null) {
      writer.flush();
    }
    if (target instanceof GZIPOutputStream gzip) {
      gzip.finish();
    } else if (target == null && !isCommitted()) {
      if (announced >= 0 || start.size() > 0) {
        super.setContentLengthLong(Math.max(announced, start.size()));
      }
      start.writeTo(super.getOutputStream());
    }
    start.reset();
  }

  /** Where the answer goes, decided once its beginning is too long to be held back. */
  private OutputStream decided() throws IOException {
    OutputStream known = target;
    if (known == null) {
      ServletOutputStream plain = super.getOutputStream();
      if (worthIt()) {
        super.setHeader("Content-Encoding", "gzip");
        known = new GZIPOutputStream(plain);
      } else {
        if (announced >= 0) {
          super.setContentLengthLong(announced);
        }
        known = plain;
      }
      target = known;
      start.writeTo(known);
      start.reset();
    }
    return known;
  }

  private boolean worthIt() {
    String tag = Objects.requireNonNullElse(getHeader("ETag"), "W/");
    return wanted
        && getStatus() == SC_OK
        && tag.startsWith("W/")
        && getHeader("Content-Encoding") == null
        && TEXT.matcher(Objects.requireNonNullElse(getContentType(), "")).matches();
  }

  /** The stream that the answer is written to. */
  private final class Held extends ServletOutputStream {

    @Override
    public void write(int each) throws IOException {
      write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (target == null && start.size() + length <= WORTH_IT) {
        start.write(bytes, from, length);
      } else {
        decided().write(bytes, from, length);
      }
    }

    @Override
    public void flush() throws IOException {
      if (target != null) {
        target.flush();
      }
    }

    @Override
    public void close() throws IOException {
      finish();
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("Answers are written at once");
    }
  }
}
