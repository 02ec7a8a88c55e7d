package uz.gogomarket.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/**
 * Delivers what waits in the outbox, every second and each consumer's on a thread of its own, so
 * that none waits for another one. Several servers share a consumer's aggregates.
 */
@Singleton
@Startup
@Internal
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboxWorker {

  private static final Logger LOG = System.getLogger(OutboxWorker.class.getName());
  private static final int AT_ONCE = 20;

  @Resource ManagedExecutorService executor;

  @Inject OutboxConsumers consumers;
  @Inject OutboxDeliveries deliveries;
  @Inject Jobs jobs;
  @Inject Clock clock;

  /** A consumer that cannot be is found at the start. */
  @PostConstruct
  void start() {
    LOG.log(Level.DEBUG, "{0} consumers", consumers.all().size());
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "outbox")
  void run() {
    try {
      for (OutboxConsumer consumer : consumers.all()) {
        executor.execute(
            () -> jobs.everywhere("outbox-" + consumer.name(), () -> deliver(consumer)));
      }
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "The server has no thread for it, or is being stopped", e);
    }
  }

  /** Round by round: one message of each aggregate, then the next one of those that went well. */
  private void deliver(OutboxConsumer consumer) {
    List<OutboxDelivery> round = new ArrayList<>();
    do {
      if (round.size() < AT_ONCE) {
        round.addAll(deliveries.claim(consumer.name(), AT_ONCE - round.size()));
      }
      List<OutboxDelivery> next = new ArrayList<>();
      round.forEach(delivery -> deliver(consumer, delivery).ifPresent(next::add));
      round = next;
    } while (!round.isEmpty());
  }

  private Optional<OutboxDelivery> deliver(OutboxConsumer consumer, OutboxDelivery delivery) {
    if (clock.instant().isAfter(delivery.leasedUntil())) {
      return Optional.empty();
    }
    try {
      if (consumer.isTransactional()) {
        return deliveries.handle(consumer, delivery);
      }
      consumer.handle(delivery.message());
    } catch (RuntimeException e) {
      putOff(delivery, e);
      return Optional.empty();
    }
    return deliveries.acknowledge(delivery);
  }

  private void putOff(OutboxDelivery delivery, RuntimeException e) {
    Throwable failure = e instanceof EJBException && e.getCause() != null ? e.getCause() : e;
    boolean last = deliveries.putOff(delivery, String.valueOf(failure));
    LOG.log(
        last ? Level.ERROR : Level.WARNING,
        "Message {0} ({1}) does not arrive at {2}, attempt {3}: {4}",
        String.valueOf(delivery.message().id()),
        delivery.message().topic(),
        delivery.consumer(),
        delivery.attempt(),
        failure.getClass().getName());
  }
}
