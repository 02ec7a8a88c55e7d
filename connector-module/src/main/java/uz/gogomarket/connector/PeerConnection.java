package uz.gogomarket.connector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.asyncqueue.WritableMessage;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;
import org.jspecify.annotations.Nullable;

/** What can be done with a connection of the server's, whatever is said on it. */
final class PeerConnection {

  private final NIOConnection connection;

  /** What we say ourselves, which may come by the gate again. */
  private volatile @Nullable WritableMessage own;

  PeerConnection(NIOConnection connection) {
    this.connection = connection;
    connection.setMaxAsyncWriteQueueSize(Limits.UNREAD_ANSWER);
  }

  /** The address of ours that it came in at. */
  String local() {
    return ((Connection<?>) connection).getLocalAddress() instanceof InetSocketAddress address
        ? address.getAddress().getHostAddress()
        : "";
  }

  /** How much of what was said is not on its way yet. */
  int unwritten() {
    return connection.getAsyncWriteQueue().spaceInBytes();
  }

  /** Whether it is the server that does not read, and not the client that does not send. */
  boolean isUnheard() {
    try {
      Socket socket = ((SocketChannel) connection.getChannel()).socket();
      return socket.getInputStream().available() > 0;
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }

  boolean isOwn(WritableMessage message) {
    return message == own;
  }

  void say(byte[] bytes) {
    write(bytes, new EmptyCompletionHandler<>());
  }

  /** Says a last thing, and hangs up as soon as it is on its way; what comes is still heard. */
  void sayAndHangUp(byte[] bytes) {
    write(
        bytes,
        new EmptyCompletionHandler<>() {
          @Override
          public void completed(WriteResult<?, ?> result) {
            hangUp();
          }
        });
  }

  private void hangUp() {
    try {
      ((SocketChannel) connection.getChannel()).shutdownOutput();
    } catch (IOException e) {
      cut();
    }
  }

  void cut() {
    connection.terminateSilently();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Grizzly's own types leave it open
  private void write(byte[] bytes, EmptyCompletionHandler<WriteResult<?, ?>> handler) {
    own = Buffers.wrap(connection.getMemoryManager(), bytes);
    connection.write(own, (EmptyCompletionHandler) handler);
  }
}
