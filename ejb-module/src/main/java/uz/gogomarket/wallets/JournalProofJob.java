package uz.gogomarket.wallets;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Jobs;

/**
 * Proves that the books balance: soon after the start, then every hour. A broken book is an alarm
 * for people: it does not stop the marketplace.
 */
@Singleton
@Startup
@Internal
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JournalProofJob {

  private static final Logger LOG = Logger.getLogger(JournalProofJob.class.getName());

  /** Long enough for the marketplace to be up and serving. */
  private static final Duration FIRST = Duration.ofMinutes(1);

  @Resource TimerService timers;
  @Inject Jobs jobs;
  @Inject LedgerProofs proofs;

  @PostConstruct
  void scheduleFirst() {
    timers.createSingleActionTimer(FIRST.toMillis(), new TimerConfig("first proof", false));
  }

  @Timeout
  @Schedule(hour = "*", minute = "7", persistent = false, info = "proof of the books")
  void run() {
    jobs.exclusively("journal-proof", () -> report(proofs.prove()));
  }

  private static void report(LedgerProof proof) {
    if (proof.balanced()) {
      LOG.log(
          Level.FINE,
          "The books balance: {0} entries, {1} wallets",
          new Object[] {proof.entries(), proof.wallets()});
    } else {
      LOG.log(
          Level.SEVERE,
          "The books do not balance: {0} findings, first {1}",
          new Object[] {proof.findings().size(), proof.findings().get(0)});
    }
  }
}
