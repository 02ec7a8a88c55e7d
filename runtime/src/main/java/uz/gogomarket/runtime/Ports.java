package uz.gogomarket.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** What is known about this machine's TCP ports before something listens on them. */
final class Ports {

  private Ports() {}

  /** A port that nobody listens on at the moment. */
  static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses in one sentence when the port is taken or may not be used. */
  static void requireFree(String host, int port, String setting, String whatFor) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port), 1);
    } catch (IOException e) {
      throw new StartFailure(
          "Port %d on %s, wanted for %s, cannot be used (%s); choose another with -D%s=<port>."
              .formatted(port, host, whatFor, e.getMessage(), setting),
          e);
    }
  }
}
