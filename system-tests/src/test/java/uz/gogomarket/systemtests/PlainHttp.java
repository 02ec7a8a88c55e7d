package uz.gogomarket.systemtests;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A client that sends what it is given, letter by letter, be it HTTP or not, and hears an answer
 * also where it comes before all is sent.
 */
final class PlainHttp {

  private static final int PATIENCE_MILLIS = 20_000;

  /** Larger bodies are sent beside the reading. */
  private static final int SENT_AT_ONCE = 32 * 1024;

  private PlainHttp() {}

  /**
   * An answer.
   *
   * @param headers by their names in lower case
   */
  record Answer(int status, Map<String, String> headers, String body) {
    String type() {
      return headers.getOrDefault("content-type", "");
    }
  }

  static Answer send(String method, String target, Map<String, String> headers, byte[] body) {
    URI server = URI.create(RestAssured.baseURI);
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(server.getAuthority()).append("\r\nConnection: close\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (!method.equals("GET") && !headers.containsKey("Transfer-Encoding")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      ByteArrayOutputStream all = new ByteArrayOutputStream(start.length + body.length);
      all.writeBytes(start);
      all.writeBytes(body);
      if (all.size() <= SENT_AT_ONCE) {
        all.writeTo(out);
      } else {
        new Thread(() -> sendUnlessRefused(out, all)).start();
      }
      return read(new BufferedInputStream(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + target, e);
    }
  }

  private static void sendUnlessRefused(OutputStream out, ByteArrayOutputStream all) {
    try {
      all.writeTo(out);
    } catch (IOException refused) {
      // The server has said what it wanted to say; the reader hears it.
    }
  }

  private static Answer read(InputStream in) throws IOException {
    String first = line(in);
    int status = Integer.parseInt(first.split(" ", 3)[1]);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] pair = line.split(":", 2);
      headers.put(pair[0].strip().toLowerCase(Locale.ROOT), pair[1].strip());
    }
    String length = headers.get("content-length");
    byte[] body;
    if (length != null) {
      body = in.readNBytes(Integer.parseInt(length));
    } else if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
      body = chunks(in);
    } else {
      body = status == 204 ? new byte[0] : in.readAllBytes();
    }
    return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunk(in); size > 0; size = chunk(in)) {
      body.writeBytes(in.readNBytes(size));
      line(in);
    }
    return body.toByteArray();
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in).strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        throw new IOException("The answer ended after: " + line);
      }
      if (each != '\r') {
        line.append((char) each);
      }
    }
    return line.toString();
  }
}
