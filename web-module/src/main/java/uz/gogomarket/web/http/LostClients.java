package uz.gogomarket.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Jersey from telling as a failure that a client hung up before it was answered: nobody can
 * mend that.
 */
@WebListener
public class LostClients implements ServletContextListener {

  /** Held here, since loggers that nobody holds are forgotten with their filters. */
  private static final Logger JERSEY =
      Logger.getLogger("org.glassfish.jersey.server.ServerRuntime$Responder");

  @Override
  public void contextInitialized(ServletContextEvent started) {
    JERSEY.setFilter(LostClients::isWorthTelling);
  }

  @Override
  public void contextDestroyed(ServletContextEvent ended) {
    JERSEY.setFilter(null);
  }

  static boolean isWorthTelling(LogRecord record) {
    if (isLost(record.getThrown())) {
      record.setLevel(Level.FINE);
    }
    return JERSEY.isLoggable(record.getLevel());
  }

  /** What cannot be written as JSON is an {@link IOException}, too, but our own. */
  private static boolean isLost(@Nullable Throwable thrown) {
    boolean lost = false;
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof JsonProcessingException) {
        return false;
      }
      lost |= each instanceof IOException;
    }
    return lost;
  }
}
