package uz.gogomarket.platform;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Empties the outbox every second; several servers share the work (SKIP LOCKED). */
@Singleton
@Startup
@Internal
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboxWorker {

  private static final Logger LOG = System.getLogger(OutboxWorker.class.getName());
  private static final int MAX_MESSAGES_PER_RUN = 500;

  @Inject OutboxDelivery delivery;
  @Inject Jobs jobs;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "outbox")
  void run() {
    jobs.everywhere("outbox", this::deliverWaiting);
  }

  private void deliverWaiting() {
    for (int i = 0; i < MAX_MESSAGES_PER_RUN; i++) {
      try {
        Optional<OutboxMessage> delivered = delivery.deliverNext();
        if (delivered.isEmpty()) {
          return;
        }
      } catch (EJBException e) {
        if (!(e.getCause() instanceof OutboxFailure failure)) {
          LOG.log(Level.WARNING, "The outbox cannot be read: {0}", e.getMessage());
          return;
        }
        putOff(failure);
      }
    }
  }

  private void putOff(OutboxFailure failure) {
    OutboxMessage message = failure.outboxMessage();
    LOG.log(
        Level.WARNING,
        "Outbox message {0} ({1}) failed: {2}",
        message.id(),
        message.topic(),
        String.valueOf(failure.getCause()));
    delivery.postpone(message, String.valueOf(failure.getCause()));
  }
}
