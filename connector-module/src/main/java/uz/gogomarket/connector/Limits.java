package uz.gogomarket.connector;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What all connections of a port may take together, what those from one network may take of it, and
 * how much time each of them has. Proxies that are trusted speak for many and have no share.
 */
final class Limits {

  /** A request with a body up to this size waits here until it is whole; no thread waits for it. */
  static final int HELD_BODY = 64 * 1024;

  /** Of all requests that wait here, and of those from one network. */
  static final long HELD_BODIES = 32L * 1024 * 1024;

  static final long HELD_SHARE = HELD_BODIES / 4;

  /** Of one answer that is not read yet; only for the rest of a larger one a thread waits. */
  static final int UNREAD_ANSWER = 8 * 1024 * 1024;

  /** Of all answers that are not read yet, and of those to one network. */
  static final long UNREAD_ANSWERS = 32L * 1024 * 1024;

  static final long UNREAD_SHARE = UNREAD_ANSWERS / 2;

  /** A small answer is written in any case; beside a larger one no further request is taken. */
  static final int SMALL_ANSWER = 256 * 1024;

  /** From one network; the server takes 4096 from all. */
  static final int CONNECTIONS = 512;

  /** Whoever sends faster has as long as it takes. */
  private static final long SLOWEST_BYTES_PER_SECOND = 16 * 1024;

  final Duration arrival;
  final Duration departure;
  private final int threads;
  private final Networks proxies;
  private final LongSupplier clock;
  private final Map<String, Peer> peers = new HashMap<>();
  private int waiting;
  private long held;
  private long unread;

  /** What the connections from one network have taken; read and changed by the limits alone. */
  static final class Peer {

    private final String network;
    private final boolean trusted;
    private int connections;
    private int waiting;
    private long held;
    private long unread;

    private Peer(String network, boolean trusted) {
      this.network = network;
      this.trusted = trusted;
    }
  }

  /**
   * @param arrival how long a head may take, and a body apart from its size
   * @param departure how long an answer may stay unread
   * @param threads how many may wait for the rest of larger bodies
   * @param proxies those that are trusted
   * @param clock milliseconds that only ever grow
   */
  Limits(Duration arrival, Duration departure, int threads, Networks proxies, LongSupplier clock) {
    this.arrival = arrival;
    this.departure = departure;
    this.threads = threads;
    this.proxies = proxies;
    this.clock = clock;
  }

  /** As the server was told when it was started. */
  static Limits configured() {
    return new Limits(
        Duration.ofSeconds(Long.getLong("gogomarket.http.body-timeout", 10)),
        Duration.ofSeconds(Long.getLong("gogomarket.http.write-timeout", 10)),
        Integer.getInteger("gogomarket.http.waiting-bodies", 16),
        new Networks(
            System.getProperty(
                "gogomarket.http.trusted-proxies",
                System.getenv().getOrDefault("GOGOMARKET_HTTP_TRUSTED_PROXIES", ""))),
        () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  }

  long now() {
    return clock.getAsLong();
  }

  /** How long it may take until so many bytes have arrived. */
  Duration arrival(long bytes) {
    return arrival.plusSeconds(bytes / SLOWEST_BYTES_PER_SECOND);
  }

  /** A connection more; null where its network has too many. */
  synchronized @Nullable Peer tryConnect(InetAddress address) {
    boolean trusted = proxies.hold(address);
    String network = trusted ? "trusted" : Networks.of(address);
    Peer peer = peers.computeIfAbsent(network, each -> new Peer(each, trusted));
    if (!peer.trusted && peer.connections >= CONNECTIONS) {
      return null;
    }
    peer.connections++;
    return peer;
  }

  synchronized void disconnect(Peer peer) {
    if (--peer.connections == 0) {
      peers.remove(peer.network);
    }
  }

  /** A thread more that waits for a body; one network never has more than half of them. */
  synchronized boolean tryThread(Peer peer) {
    if (waiting >= threads || (!peer.trusted && peer.waiting >= Math.max(1, threads / 2))) {
      return false;
    }
    waiting++;
    peer.waiting++;
    return true;
  }

  synchronized void returnThread(Peer peer) {
    waiting--;
    peer.waiting--;
  }

  synchronized boolean tryHold(Peer peer, int bytes) {
    if (held + bytes > HELD_BODIES || !isWithinShare(peer, bytes)) {
      return false;
    }
    held += bytes;
    peer.held += bytes;
    return true;
  }

  synchronized void release(Peer peer, int bytes) {
    held -= bytes;
    peer.held -= bytes;
  }

  synchronized boolean isWithinShare(Peer peer, int bytes) {
    return peer.trusted || peer.held + bytes <= HELD_SHARE;
  }

  /** What a network holds that could be made to give way; 0 where it may hold what it does. */
  synchronized long reclaimable(Peer peer) {
    return peer.trusted ? 0 : peer.held;
  }

  /**
   * Tells how much of one connection's answers waits now.
   *
   * @param before how much it was when told last
   * @return whether that is still bearable
   */
  synchronized boolean bears(Peer peer, int before, int now) {
    unread += (long) now - before;
    peer.unread += (long) now - before;
    return now <= SMALL_ANSWER
        || (unread <= UNREAD_ANSWERS && (peer.trusted || peer.unread <= UNREAD_SHARE));
  }
}
