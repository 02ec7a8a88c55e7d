package uz.gogomarket.runtime;

import java.util.EnumMap;
import java.util.Map;

/** What has been started and must be stopped, each after those that need it. */
final class RunningParts implements AutoCloseable {

  /** In the order in which they are stopped. */
  enum Part {
    SERVER,
    DATABASE,
    DATA_FOLDER
  }

  private final Map<Part, AutoCloseable> parts = new EnumMap<>(Part.class);
  private boolean closed;

  /**
   * Remembers a part; where the end has come meanwhile, stops it at once.
   *
   * @throws StartFailure in the latter case
   */
  <T extends AutoCloseable> T add(Part part, T started) {
    synchronized (this) {
      if (!closed) {
        parts.put(part, started);
        return started;
      }
    }
    stop(started);
    throw new StartFailure("The start was interrupted.");
  }

  synchronized boolean isClosed() {
    return closed;
  }

  synchronized boolean isEmpty() {
    return parts.isEmpty();
  }

  @Override
  public synchronized void close() {
    closed = true;
    parts.values().forEach(RunningParts::stop);
    parts.clear();
  }

  private static void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      Console.warning("Something could not be stopped: " + e.getMessage());
    }
  }
}
