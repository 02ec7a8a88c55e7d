package uz.gogomarket.connector;

import java.io.IOException;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.asyncqueue.WritableMessage;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.memory.Buffers;

/**
 * The last filter before the server's own HTTP parser. Requests pass it one by one, and only whole:
 * a thread is given to a request when all of it is there. Larger bodies are handed on as they come,
 * only so many at a time.
 */
final class RequestGate extends BaseFilter {

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
      if (streaming) {
        // The application reads this body: it hears that it broke off.
        context.getConnection().terminateSilently();
        throw refusal;
      }
      wire.refuse(refusal);
      return context.getStopAction();
    }
  }

  private static NextAction stream(FilterChainContext context, Wire wire, Buffer message)
      throws Refusal {
    int used = wire.feed(bytes(message));
    Buffer rest = message.remaining() > used ? message.split(message.position() + used) : null;
    if (wire.isComplete()) {
      wire.next();
    }
    return context.getInvokeAction(rest);
  }

  private static NextAction gather(FilterChainContext context, Wire wire, Buffer message)
      throws Refusal {
    byte[] data = bytes(message);
    int used = wire.feed(data);
    if (wire.isComplete() && wire.holdsNothing()) {
      Buffer rest = data.length > used ? message.split(message.position() + used) : null;
      wire.next();
      if (UpgradeOffer.withdraw(data)) {
        message.tryDispose();
        context.setMessage(Buffers.wrap(context.getMemoryManager(), data, 0, used));
      }
      return context.getInvokeAction(rest);
    }
    if (!wire.isComplete() && !wire.isTooLargeToHold(data.length)) {
      wire.hold(data);
      wire.invite();
      message.tryDispose();
      return context.getStopAction();
    }
    Buffer rest = data.length > used ? message.split(message.position() + used) : null;
    if (wire.isComplete()) {
      wire.hold(bytes(message));
      wire.next();
    } else {
      wire.startStreaming();
      wire.hold(data);
    }
    message.tryDispose();
    byte[] all = wire.takeHeld();
    UpgradeOffer.withdraw(all);
    context.setMessage(Buffers.wrap(context.getMemoryManager(), all));
    return context.getInvokeAction(rest);
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
      wires.of(context.getConnection()).answer(message.remaining());
    }
    return context.getInvokeAction();
  }
}
