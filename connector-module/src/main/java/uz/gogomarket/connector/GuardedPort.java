package uz.gogomarket.connector;

import java.io.IOException;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.portunif.PUFilter;

/**
 * What the server's configuration names as the port unification of a listener: the one place where
 * it lets code of ours see the bytes before its HTTP parser. One protocol is served, HTTP/1.1.
 */
abstract class GuardedPort extends PUFilter {

  private final Wires wires;

  GuardedPort(Wires wires) {
    this.wires = wires;
  }

  @Override
  public FilterChainBuilder getPUFilterChainBuilder() {
    return super.getPUFilterChainBuilder().add(new RequestGate(wires));
  }

  @Override
  public NextAction handleAccept(FilterChainContext context) throws IOException {
    if (!wires.admit(context.getConnection())) {
      context.getConnection().terminateSilently();
      return context.getStopAction();
    }
    return super.handleAccept(context);
  }
}
