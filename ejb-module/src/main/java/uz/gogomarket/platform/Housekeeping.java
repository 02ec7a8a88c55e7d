package uz.gogomarket.platform;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Makes next months' partitions and forgets what is no longer needed, every hour. */
@Singleton
@Startup
@Internal
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeping {

  private static final int MONTHS_AHEAD = 3;

  /** The database forgets none earlier, whatever it is told. */
  private static final String AUDIT_ROWS_KEPT = "2 years";

  @Inject Jobs jobs;
  @Inject Idempotency idempotency;
  @Inject OutboxDeliveries outbox;
  @Inject Sql sql;

  @Schedule(hour = "*", minute = "17", persistent = false, info = "housekeeping")
  void run() {
    jobs.exclusively("partitions", this::makePartitions);
    jobs.exclusively("old-audit-rows", this::forgetAuditRows);
    jobs.exclusively("old-idempotency-keys", idempotency::forgetOld);
    jobs.exclusively("old-outbox-messages", outbox::forgetOld);
  }

  private void makePartitions() {
    sql.call("select ensure_monthly_partitions('audit_logs', ?)", MONTHS_AHEAD);
  }

  private void forgetAuditRows() {
    sql.call("select forget_audit_logs(cast(? as interval))", AUDIT_ROWS_KEPT);
  }
}
