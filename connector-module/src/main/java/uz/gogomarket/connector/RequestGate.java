package uz.gogomarket.connector;

import java.io.IOException;
import java.util.Arrays;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.asyncqueue.WritableMessage;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.memory.Buffers;
import org.jspecify.annotations.Nullable;

/**
 * The last filter before the server's own HTTP parser. Requests pass it one by one, and only whole:
 * a thread is given to a request when all of it is there. Larger bodies are handed on as they come,
 * only so many at a time.
 */
final class RequestGate extends BaseFilter {

  private static final int STATUS = "HTTP/1.1 ".length();

  private final Wires wires;

  RequestGate(Wires wires) {
    this.wires = wires;
  }

  @Override
  public NextAction handleRead(FilterChainContext context) throws IOException {
    Buffer message = context.getMessage();
    Wire wire = wires.of(context.getConnection());
    if (wire.isRefused()) {
      message.tryDispose();
      return context.getStopAction();
    }
    boolean streaming = wire.isStreaming();
    if (!streaming && wire.isNotListening()) {
      context.getConnection().terminateSilently();
      return context.getStopAction();
    }
    try {
      return streaming ? stream(context, wire, message) : gather(context, wire, message);
    } catch (Refusal refusal) {
      wire.refuse(refusal);
      if (streaming) {
        throw refusal; // the application reads this body: it hears that it broke off
      }
      return context.getStopAction();
    }
  }

  private static NextAction stream(FilterChainContext context, Wire wire, Buffer message)
      throws Refusal {
    int used = wire.feed(bytes(message));
    Buffer rest = rest(message, used);
    if (wire.isComplete()) {
      wire.next();
    }
    return context.getInvokeAction(rest);
  }

  private NextAction gather(FilterChainContext context, Wire wire, Buffer message) throws Refusal {
    byte[] data = bytes(message);
    int used = wire.feed(data);
    if (!wire.isComplete() && !wire.isTooLargeToHold(data.length)) {
      wires.hold(wire, data);
      wire.invite();
      message.tryDispose();
      return context.getStopAction();
    }
    Buffer rest = rest(message, used);
    boolean whole = wire.holdsNothing();
    byte[] request = wire.take(Arrays.copyOf(data, used));
    if (wire.isComplete()) {
      wire.next();
    } else {
      wire.startStreaming();
    }
    if (UpgradeOffer.withdraw(request) || !whole) {
      message.tryDispose();
      context.setMessage(Buffers.wrap(context.getMemoryManager(), request));
    }
    return context.getInvokeAction(rest);
  }

  /** What follows the request. */
  private static @Nullable Buffer rest(Buffer message, int used) {
    return message.remaining() > used ? message.split(message.position() + used) : null;
  }

  /** A copy; the buffer stays as it is. */
  private static byte[] bytes(Buffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    int position = buffer.position();
    buffer.get(bytes);
    buffer.position(position);
    return bytes;
  }

  @Override
  public NextAction handleWrite(FilterChainContext context) throws IOException {
    if (context.getMessage() instanceof WritableMessage message) {
      wires.of(context.getConnection()).answer(message, isProvisional(message));
    }
    return context.getInvokeAction();
  }

  private static boolean isProvisional(WritableMessage message) {
    return message instanceof Buffer buffer
        && buffer.remaining() > STATUS
        && buffer.get(buffer.position() + STATUS) == '1';
  }
}
