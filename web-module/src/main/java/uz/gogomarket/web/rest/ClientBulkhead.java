package uz.gogomarket.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.TooManyRequests;

/**
 * Lets each client have so many requests worked on at once. What they send besides waits its turn,
 * holding nothing but its thread, and leaves half of the threads to others: so nobody stops the
 * marketplace by asking for the same thing many times at once. The numbers are explained in
 * decision 56.
 */
@ApplicationScoped
public class ClientBulkhead {

  static final int AT_ONCE = 8;
  static final int MOST_WAITING = 56;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private static final ThreadLocal<@Nullable String> INSIDE = new ThreadLocal<>();

  private final ConcurrentHashMap<String, Client> clients = new ConcurrentHashMap<>();

  /** A client with requests; forgotten with the last of them. */
  private static final class Client {
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private int requests;
  }

  /**
   * Waits for the client's turn, which lasts until this thread calls {@link #leave}.
   *
   * @param name as in {@link uz.gogomarket.platform.Actor#name}
   * @throws TooManyRequests if too many of the client's requests are waiting
   */
  public void enter(String name) {
    Client client = clients.compute(name, (any, known) -> oneMore(known));
    boolean taken = false;
    try {
      taken = client.places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!taken) {
        oneLess(name);
      }
    }
    if (!taken) {
      throw new TooManyRequests(RETRY_AFTER);
    }
    INSIDE.set(name);
  }

  /** The request is over; does nothing where none has entered. */
  void leave() {
    String name = INSIDE.get();
    if (name == null) {
      return;
    }
    INSIDE.remove();
    Client client = clients.get(name);
    if (client != null) {
      client.places.release();
      oneLess(name);
    }
  }

  private static Client oneMore(@Nullable Client known) {
    Client client = known == null ? new Client() : known;
    if (client.requests >= AT_ONCE + MOST_WAITING) {
      throw new TooManyRequests(RETRY_AFTER);
    }
    client.requests++;
    return client;
  }

  private void oneLess(String name) {
    clients.computeIfPresent(name, (any, client) -> --client.requests == 0 ? null : client);
  }
}
