package uz.gogomarket.connector;

import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.portunif.PUContext;
import org.glassfish.grizzly.portunif.ProtocolFinder;

/** Finds the one protocol that there is, whatever arrives. */
public final class AnyRequest implements ProtocolFinder {

  @Override
  public Result find(PUContext port, FilterChainContext context) {
    return Result.FOUND;
  }
}
