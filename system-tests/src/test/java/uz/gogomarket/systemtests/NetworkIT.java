package uz.gogomarket.systemtests;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uz.gogomarket.runtime.Marketplace;
import uz.gogomarket.runtime.Settings;

/** A marketplace of its own with all its limits, as strangers on the network meet it. */
@Timeout(60)
class NetworkIT {

  private static final Path DATA =
      Path.of(System.getProperty("gogomarket.data")).resolveSibling("data-network");

  private static Marketplace marketplace;

  @BeforeAll
  static void start() {
    marketplace =
        new Marketplace(
            Settings.read(
                Map.of(
                    "gogomarket.home", System.getProperty("gogomarket.home"),
                    "gogomarket.data", DATA.toString(),
                    "gogomarket.reset", "true",
                    "gogomarket.demo", "none",
                    "gogomarket.http.port", "0",
                    "gogomarket.http.request-timeout", "10",
                    "gogomarket.db.port", "0",
                    "gogomarket.password.bcrypt-cost", "4"),
                Map.of()));
    marketplace.start();
    TestMarketplace.speakTo(marketplace.url(), marketplace.database());
  }

  @AfterAll
  static void stop() {
    TestMarketplace.speakToShared();
    marketplace.close();
  }

  @Test
  void while_twenty_bodies_are_waited_for_others_are_answered() throws IOException {
    List<Socket> dribbling = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        dribbling.add(dribble());
      }
      given().get("/settings").then().statusCode(200);
      for (Socket socket : dribbling) {
        assertThat(isCutOff(socket)).isFalse();
      }
    } finally {
      for (Socket socket : dribbling) {
        socket.close();
      }
    }
  }

  @Test
  void a_body_that_comes_byte_by_byte_is_cut_off() throws IOException {
    try (Socket socket = dribble()) {
      while (!isCutOff(socket)) {
        socket.getOutputStream().write(' ');
      }
    } catch (SocketException cutOff) {
      // by the server, while we were writing
    }
  }

  private static boolean isCutOff(Socket socket) throws IOException {
    socket.setSoTimeout(100);
    byte[] answer = new byte[1000];
    try {
      while (socket.getInputStream().read(answer) >= 0) {
        // what it says before it closes
      }
      return true;
    } catch (SocketTimeoutException open) {
      return false;
    }
  }

  /** The beginning of a request whose body goes on for ever. */
  private static Socket dribble() throws IOException {
    URI url = marketplace.url();
    Socket socket = new Socket(url.getHost(), url.getPort());
    String head =
        String.join(
            "\r\n",
            "POST /api/v1/auth/login HTTP/1.1",
            "Host: " + url.getAuthority(),
            "Content-Type: application/json",
            "Content-Length: 100000",
            "",
            "{");
    socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    return socket;
  }
}
