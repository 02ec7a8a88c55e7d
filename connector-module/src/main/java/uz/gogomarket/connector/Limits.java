package uz.gogomarket.connector;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** What all connections of a port may take together, and how much time one of them has. */
final class Limits {

  /** A body up to this size waits here until it is whole; no thread waits for it. */
  static final int HELD_BODY = 64 * 1024;

  /** Of all bodies that wait here. */
  private static final long HELD_BODIES = 32L * 1024 * 1024;

  /** Of one answer that is not read yet; only for the rest of a larger one a thread waits. */
  static final int UNREAD_ANSWER = 8 * 1024 * 1024;

  /** Of all answers that are not read yet. */
  private static final long UNREAD_ANSWERS = 32L * 1024 * 1024;

  /** A small answer is written in any case; beside a larger one no further request is taken. */
  static final int SMALL_ANSWER = 256 * 1024;

  /** Whoever sends faster has as long as it takes. */
  private static final long SLOWEST_BYTES_PER_SECOND = 16 * 1024;

  final Duration arrival;
  final Duration departure;
  private final Semaphore threads;
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong unread = new AtomicLong();

  /**
   * @param arrival how long a head may take, and a body apart from its size
   * @param departure how long an answer may stay unread
   * @param threads how many may wait for the rest of larger bodies
   */
  Limits(Duration arrival, Duration departure, int threads) {
    this.arrival = arrival;
    this.departure = departure;
    this.threads = new Semaphore(threads);
  }

  /** As the server was told when it was started. */
  static Limits configured() {
    return new Limits(
        Duration.ofSeconds(Long.getLong("gogomarket.http.body-timeout", 10)),
        Duration.ofSeconds(Long.getLong("gogomarket.http.write-timeout", 10)),
        Integer.getInteger("gogomarket.http.waiting-bodies", 16));
  }

  /** How long it may take until so many bytes have arrived. */
  Duration arrival(long bytes) {
    return arrival.plusSeconds(bytes / SLOWEST_BYTES_PER_SECOND);
  }

  boolean tryThread() {
    return threads.tryAcquire();
  }

  void returnThread() {
    threads.release();
  }

  boolean tryHold(int bytes) {
    if (held.addAndGet(bytes) <= HELD_BODIES) {
      return true;
    }
    held.addAndGet(-bytes);
    return false;
  }

  void release(int bytes) {
    held.addAndGet(-bytes);
  }

  /**
   * Tells how much of one connection's answers waits now.
   *
   * @param before how much it was when told last
   * @return whether that is still bearable
   */
  boolean bears(int before, int now) {
    return unread.addAndGet((long) now - before) <= UNREAD_ANSWERS || now <= SMALL_ANSWER;
  }
}
