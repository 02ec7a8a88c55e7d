package uz.gogomarket.connector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * One connection: the request that arrives on it now, what of it is held back, and how long it may
 * take. Bytes come from one thread at a time; the clock and the end come from others.
 */
final class Wire {

  private static final Duration HEARING_OUT = Duration.ofSeconds(2);
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final long NEVER = Long.MAX_VALUE;

  private final NIOConnection connection;
  private final Limits limits;
  private final Rules rules;
  private final String local;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream(0);
  private RequestFraming framing;
  private boolean streaming;
  private boolean invited;
  private boolean closed;
  private long begun;
  private long received;
  private int unread;
  private long unreadSince = NEVER;
  private volatile boolean refused;
  private volatile long deadline;

  Wire(NIOConnection connection, Limits limits, Rules rules) {
    this.connection = connection;
    this.limits = limits;
    this.rules = rules;
    this.local =
        ((Connection<?>) connection).getLocalAddress() instanceof InetSocketAddress address
            ? address.getAddress().getHostAddress()
            : "";
    framing = new RequestFraming(rules, local);
    deadline = now() + limits.arrival(0).toMillis();
    connection.setMaxAsyncWriteQueueSize(Limits.UNREAD_ANSWER);
  }

  /** Reads on in the request; tells how many of the bytes belong to it. */
  synchronized int feed(byte[] data) throws Refusal {
    if (framing.isUntouched()) {
      begun = now();
      received = 0;
    }
    int used = framing.feed(data);
    received += used;
    deadline = framing.isComplete() ? NEVER : begun + limits.arrival(received).toMillis();
    return used;
  }

  /** Whether a client asks on and on without reading what it was answered. */
  boolean isNotListening() {
    return connection.getAsyncWriteQueue().spaceInBytes() > Limits.SMALL_ANSWER;
  }

  boolean isComplete() {
    return framing.isComplete();
  }

  boolean isStreaming() {
    return streaming;
  }

  boolean isRefused() {
    return refused;
  }

  /** Whether the body is too large to be held back until it is whole. */
  boolean isTooLargeToHold(int more) {
    RequestHead head = framing.head();
    return head != null
        && (head.length() > Limits.HELD_BODY || held.size() + more > Limits.HELD_BODY);
  }

  /** From here on what arrives is handed on at once, and a thread waits for the rest. */
  synchronized void startStreaming() throws Refusal {
    if (!limits.tryThread()) {
      throw Refusal.busy();
    }
    streaming = true;
  }

  synchronized void hold(byte[] data) throws Refusal {
    if (closed || !limits.tryHold(data.length)) {
      throw Refusal.busy();
    }
    held.writeBytes(data);
  }

  boolean holdsNothing() {
    return held.size() == 0;
  }

  synchronized byte[] takeHeld() {
    byte[] all = held.toByteArray();
    limits.release(all.length);
    held.reset();
    return all;
  }

  /** Tells a client that waits for it to send the body. */
  void invite() {
    RequestHead head = framing.head();
    if (head != null && head.expectsContinue() && !invited) {
      invited = true;
      write(CONTINUE, new EmptyCompletionHandler<>());
    }
  }

  /** The request is whole; the next one may come. */
  synchronized void next() {
    framing = new RequestFraming(rules, local);
    invited = false;
    endStreaming();
  }

  /** Answers, hangs up, and listens for a moment: who is cut off while sending hears no answer. */
  void refuse(Refusal refusal) {
    RequestHead head = framing.head();
    refused = true;
    deadline = now() + HEARING_OUT.toMillis();
    synchronized (this) {
      limits.release(held.size());
      held.reset();
    }
    write(
        refusal.answer(head == null ? null : head.soap()),
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
      connection.terminateSilently();
    }
  }

  /**
   * An answer is to be written.
   *
   * @throws IOException where too much waits already for clients that do not read
   */
  synchronized void answer(int bytes) throws IOException {
    if (!closed && !measure(connection.getAsyncWriteQueue().spaceInBytes() + bytes)) {
      connection.terminateSilently();
      throw new IOException("Too many answers are not read");
    }
  }

  private boolean measure(int now) {
    boolean bearable = limits.bears(unread, now);
    unread = now;
    unreadSince = now == 0 ? NEVER : Math.min(unreadSince, now());
    return bearable;
  }

  /** Ends what takes too long. */
  void look() {
    boolean leftUnread;
    synchronized (this) {
      if (closed) {
        return;
      }
      if (streaming && now() > deadline && isUnheard()) {
        begun = now();
        received = 0;
        deadline = begun + limits.arrival(0).toMillis();
      }
      measure(connection.getAsyncWriteQueue().spaceInBytes());
      leftUnread = unreadSince != NEVER && now() - unreadSince > limits.departure.toMillis();
    }
    if (leftUnread) {
      connection.terminateSilently();
    } else if (now() > deadline) {
      if (refused || streaming || framing.isUntouched()) {
        connection.terminateSilently();
      } else {
        refuse(Refusal.tooSlow());
      }
    }
  }

  /** Whether it is the server that does not read, and not the client that does not send. */
  private boolean isUnheard() {
    try {
      Socket socket = ((SocketChannel) connection.getChannel()).socket();
      return socket.getInputStream().available() > 0;
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }

  synchronized void close() {
    if (!closed) {
      closed = true;
      limits.release(held.size());
      held.reset();
      limits.bears(unread, 0);
      endStreaming();
    }
  }

  private void endStreaming() {
    if (streaming) {
      streaming = false;
      limits.returnThread();
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Grizzly's own types leave it open
  private void write(byte[] bytes, EmptyCompletionHandler<WriteResult<?, ?>> handler) {
    connection.write(
        Buffers.wrap(connection.getMemoryManager(), bytes), (EmptyCompletionHandler) handler);
  }

  private static long now() {
    return Duration.ofNanos(System.nanoTime()).toMillis();
  }
}
