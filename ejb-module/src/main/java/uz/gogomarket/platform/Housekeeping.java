package uz.gogomarket.platform;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Makes next months' partitions and forgets what is no longer needed, every hour. */
@Singleton
@Startup
@Internal
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeping {

  private static final Logger LOG = System.getLogger(Housekeeping.class.getName());
  private static final int MONTHS_AHEAD = 3;

  @Inject Actors actors;
  @Inject Jobs jobs;
  @Inject Idempotency idempotency;
  @Inject OutboxDelivery outbox;
  @Inject Sql sql;

  @Schedule(hour = "*", minute = "17", persistent = false, info = "housekeeping")
  void run() {
    actors.runAsSystem(
        "housekeeping",
        () -> {
          tidy("partitions", this::makePartitions);
          tidy("idempotency keys", idempotency::forgetOld);
          tidy("outbox", outbox::forgetDelivered);
        });
  }

  /** One that fails does not keep the others from running. */
  private void tidy(String what, Runnable work) {
    try {
      jobs.exclusively("housekeeping: " + what, work);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Housekeeping failed: " + what, e);
    }
  }

  private void makePartitions() {
    sql.one(
        "select ensure_monthly_partitions('audit_logs', ?) as made",
        row -> row.intValue("made"),
        MONTHS_AHEAD);
  }
}
