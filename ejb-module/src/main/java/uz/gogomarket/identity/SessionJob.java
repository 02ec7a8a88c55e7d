package uz.gogomarket.identity;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.Jobs;

/** Forgets sessions and guests that ended long ago, every night. */
@Singleton
@Startup
@Internal
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SessionJob {

  @Inject Actors actors;
  @Inject Jobs jobs;
  @Inject Sessions sessions;
  @Inject GuestService guests;

  @Schedule(hour = "3", minute = "41", persistent = false, info = "forget ended sessions")
  void run() {
    actors.runAsSystem(
        "session-cleaning",
        () ->
            jobs.exclusively(
                "session-cleaning", () -> List.of(sessions.forgetEnded(), guests.forgetExpired())));
  }
}
