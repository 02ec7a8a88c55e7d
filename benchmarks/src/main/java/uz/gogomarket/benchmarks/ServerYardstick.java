package uz.gogomarket.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A web application that does nothing, beside the marketplace in the measured server: packed and
 * laid into the server's folder here, and taken away again on closing. Nothing of the product knows
 * it.
 */
final class ServerYardstick implements AutoCloseable {
  static final String PATH = "/yardstick/constant?bytes=";

  private static final int PATIENCE_SECONDS = 120;
  private static final List<String> CLASSES =
      List.of("YardstickApplication", "ConstantResource", "Constants");

  private final URI url;
  private final Path archive;

  private ServerYardstick(URI url, Path archive) {
    this.url = url;
    this.archive = archive;
  }

  static ServerYardstick deploy(Target target) throws IOException, InterruptedException {
    Path archive = target.autodeploy().resolve("yardstick.war");
    ServerYardstick yardstick = new ServerYardstick(target.url(), archive);
    Path unfinished = target.autodeploy().resolve("yardstick.packing");
    try (OutputStream out = Files.newOutputStream(unfinished)) {
      pack(out);
    }
    Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
    try {
      yardstick.await(200);
    } catch (IllegalStateException e) {
      yardstick.close();
      throw e;
    }
    return yardstick;
  }

  static void pack(OutputStream out) throws IOException {
    try (JarOutputStream war = new JarOutputStream(out)) {
      for (String name : CLASSES) {
        String entry = "uz/gogomarket/benchmarks/yardstick/" + name + ".class";
        war.putNextEntry(new JarEntry("WEB-INF/classes/" + entry));
        try (InputStream in = ServerYardstick.class.getResourceAsStream("/" + entry)) {
          if (in == null) {
            throw new IllegalStateException(entry + " is not on the class path");
          }
          in.transferTo(war);
        }
        war.closeEntry();
      }
    }
  }

  /** The server takes away what is no longer in its folder. */
  @Override
  public void close() throws IOException, InterruptedException {
    Files.deleteIfExists(archive);
    await(404);
  }

  private void await(int status) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(url.resolve(PATH + 100)).build();
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    int last;
    do {
      last = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (last == status) {
        return;
      }
      Thread.sleep(200);
    } while (System.nanoTime() < end);
    throw new IllegalStateException(
        "The server's yardstick answers %d instead of %d".formatted(last, status));
  }
}
