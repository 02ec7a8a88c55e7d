package uz.gogomarket.identity;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Jobs;

/** Forgets sessions and guests that ended long ago, every night. */
@Singleton
@Startup
@Internal
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SessionJob {

  @Inject Jobs jobs;
  @Inject IdentityService identity;
  @Inject GuestService guests;

  @Schedule(hour = "3", minute = "41", persistent = false, info = "forget ended sessions")
  void run() {
    jobs.exclusively("ended-sessions", identity::forgetEndedSessions);
    jobs.exclusively("expired-guests", guests::forgetExpired);
  }
}
