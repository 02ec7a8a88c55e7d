package uz.gogomarket.connector;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.GenericCloseListener;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.nio.NIOConnection;

/** The open connections of a port; one thread looks after the time of all of them. */
final class Wires {

  private static final Logger LOG = System.getLogger(Wires.class.getName());
  private static final long LOOK_MILLIS = 500;

  private final Limits limits;
  private final Rules rules;
  private final Set<Wire> open = ConcurrentHashMap.newKeySet();
  private final Attribute<Wire> attribute;

  Wires(Limits limits, Rules rules) {
    this.limits = limits;
    this.rules = rules;
    attribute =
        Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(
            Wires.class.getName() + '-' + System.identityHashCode(this));
  }

  /** As the server was told when it was started; a thread looks after them from now on. */
  static Wires watched(Rules rules) {
    Wires wires = new Wires(Limits.configured(), rules);
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "gogomarket-connections");
              thread.setDaemon(true);
              return thread;
            });
    clock.scheduleWithFixedDelay(wires::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return wires;
  }

  void look() {
    open.forEach(Wires::look);
  }

  private static void look(Wire wire) {
    try {
      wire.look();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A connection could not be looked after", e);
    }
  }

  /**
   * A connection more.
   *
   * @return whether its network may have one
   */
  boolean admit(Connection<?> connection) {
    if (!(connection.getPeerAddress() instanceof InetSocketAddress address)) {
      return false; // gone again
    }
    Limits.Peer peer = limits.tryConnect(address.getAddress());
    if (peer == null) {
      return false;
    }
    Wire wire = new Wire(new PeerConnection((NIOConnection) connection), limits, peer, rules);
    attribute.set(connection, wire);
    open.add(wire);
    connection.addCloseListener(
        new GenericCloseListener() {
          @Override
          public void onClosed(Closeable closed, CloseType type) {
            open.remove(wire);
            wire.close();
          }
        });
    return true;
  }

  /** One that was admitted, as long as it is open. */
  Wire of(Connection<?> connection) throws ClosedChannelException {
    Wire wire = attribute.get(connection);
    if (wire == null) {
      throw new ClosedChannelException();
    }
    return wire;
  }

  /**
   * Keeps what has arrived of a request. Where there is no room for it though its network has its
   * share left, connections of the network that holds most are refused instead.
   */
  void hold(Wire wire, byte[] data) throws Refusal {
    boolean held = wire.hold(data);
    while (!held && wire.couldHold() && makeRoomFor(wire)) {
      held = wire.claim();
    }
    if (!held) {
      throw Refusal.busy();
    }
  }

  private boolean makeRoomFor(Wire wire) {
    return open.stream()
        .filter(each -> each.claimed() > 0 && limits.reclaimable(each.peer()) > 0)
        .max(
            Comparator.<Wire>comparingLong(each -> limits.reclaimable(each.peer()))
                .thenComparingInt(Wire::claimed))
        .filter(greediest -> greediest.peer() != wire.peer())
        .map(Wire::giveWay)
        .orElse(false);
  }
}
