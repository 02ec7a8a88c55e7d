package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  private static final String LOOPBACK = "127.0.0.1";

  @Test
  void a_taken_port_is_named_with_the_setting_that_changes_it() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> Ports.requireFree(LOOPBACK, port, "gogomarket.http.port", "tests"))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("Port " + port)
          .hasMessageContaining("-Dgogomarket.http.port=<port>");
    }
  }

  @Test
  void a_free_port_is_fine() {
    int port = Ports.free();

    assertThatCode(() -> Ports.requireFree(LOOPBACK, port, "gogomarket.http.port", "tests"))
        .doesNotThrowAnyException();
  }
}
