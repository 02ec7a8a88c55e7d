package uz.gogomarket.connector;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "gogomarket-connections");
              thread.setDaemon(true);
              return thread;
            });
    clock.scheduleWithFixedDelay(
        () -> open.forEach(Wires::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static void look(Wire wire) {
    try {
      wire.look();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A connection could not be looked after", e);
    }
  }

  Wire of(Connection<?> connection) {
    Wire known = attribute.get(connection);
    if (known != null) {
      return known;
    }
    Wire wire = new Wire((NIOConnection) connection, limits, rules);
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
    return wire;
  }
}
