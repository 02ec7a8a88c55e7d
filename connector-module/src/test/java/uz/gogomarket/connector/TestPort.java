package uz.gogomarket.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.glassfish.grizzly.portunif.PUProtocol;

/**
 * A guarded port as the server opens it, in the test's own time. Behind it, in place of the
 * server's parser, stands what answers requests with as many bytes as their paths say.
 */
final class TestPort implements AutoCloseable {

  static final String OK = "HTTP/1.1 200 OK\r\n\r\n";

  final AtomicLong time = new AtomicLong();
  final Limits limits;
  final Wires wires;

  /** What was handed on, piece by piece, and on which connections. */
  final Queue<String> handedOn = new ConcurrentLinkedQueue<>();

  final Queue<Connection<?>> connections = new ConcurrentLinkedQueue<>();

  private final TCPNIOTransport transport;
  private final SocketAddress address;
  private final List<Socket> open = new ArrayList<>();

  TestPort(Rules rules) throws IOException {
    Duration patience = Duration.ofSeconds(10);
    limits = new Limits(patience, patience, 2, new Networks("127.0.0.9"), time::get);
    wires = new Wires(limits, rules);
    GuardedPort port = new GuardedPort(wires) {};
    port.register(
        new PUProtocol(
            new AnyRequest(), port.getPUFilterChainBuilder().add(new Answering()).build()));
    transport =
        TCPNIOTransportBuilder.newInstance()
            .setProcessor(
                FilterChainBuilder.stateless().add(new TransportFilter()).add(port).build())
            .build();
    transport.setWriteBufferSize(64 * 1024);
    address =
        transport
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .getLocalAddress();
    transport.start();
  }

  private final class Answering extends BaseFilter {

    @Override
    public NextAction handleRead(FilterChainContext context) {
      Buffer message = context.getMessage();
      String text = message.toStringContent(StandardCharsets.ISO_8859_1);
      connections.add(context.getConnection());
      handedOn.add(text);
      int from = text.indexOf(" /") + 2;
      String size = from < 2 ? "" : text.substring(from, text.indexOf(' ', from));
      if (Ascii.isOf(size, Ascii::isDigit)) {
        byte[] answer = (OK + "x".repeat(Integer.parseInt(size))).getBytes(StandardCharsets.UTF_8);
        context.write(Buffers.wrap(context.getMemoryManager(), answer));
      }
      return context.getStopAction();
    }
  }

  /** A client at one of this machine's many loopback addresses, who reads as little as can be. */
  Socket connect(String from) throws IOException {
    Socket socket = new Socket();
    open.add(socket);
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(20_000);
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(address);
    return socket;
  }

  Socket say(String from, String text) throws IOException {
    Socket socket = connect(from);
    say(socket, text);
    return socket;
  }

  static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Waits for exactly that. */
  static void hear(Socket socket, String text) throws IOException {
    byte[] heard = socket.getInputStream().readNBytes(text.length());
    assertThat(new String(heard, StandardCharsets.ISO_8859_1)).isEqualTo(text);
  }

  /** All that is said until the connection ends, in whatever way. */
  static String hearOut(Socket socket) throws IOException {
    StringBuilder heard = new StringBuilder();
    byte[] piece = new byte[64 * 1024];
    try {
      for (int count; (count = socket.getInputStream().read(piece)) >= 0; ) {
        heard.append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketException cutOff) {
      // that is an end, too
    }
    return heard.toString();
  }

  /** Time goes on, and the clock looks at what has become of the connections. */
  void pass(Duration duration) {
    time.addAndGet(duration.toMillis());
    wires.look();
  }

  /** Others, of as many networks as it takes, hold all there is but so much. */
  void fillBut(int left) throws IOException {
    long toHold = Limits.HELD_BODIES - left;
    for (int i = 1; toHold > 0; i++) {
      Limits.Peer peer = limits.tryConnect(InetAddress.getByName("192.0.2." + i));
      int share = (int) Math.min(toHold, Limits.HELD_SHARE);
      assertThat(limits.tryHold(peer, share)).isTrue();
      toHold -= share;
    }
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    transport.shutdownNow();
  }
}
