package uz.gogomarket.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Tells every record of the log whose request it belongs to: the request's id and the account's,
 * never a name or an address. It has to happen on the thread that logs, before the server's own
 * handlers see the record; so it is a handler of the loggers just below theirs. The server's
 * formatters write the members of a map among a record's parameters as fields.
 */
@Singleton
@Startup
@Internal
public class LogContext {

  private static final List<String> FAMILIES =
      List.of("uz", "com", "org", "fish", "jakarta", "javax", "java", "net");

  /** Held here, since the log manager forgets loggers that nobody holds. */
  private final List<Logger> loggers = FAMILIES.stream().map(Logger::getLogger).toList();

  private final Handler handler = new Adding();

  @Inject Actors actors;

  @PostConstruct
  void begin() {
    loggers.forEach(logger -> logger.addHandler(handler));
  }

  @PreDestroy
  void end() {
    loggers.forEach(logger -> logger.removeHandler(handler));
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    String request = RequestInfo.current().requestId();
    if (request != null) {
      fields.put("RequestId", request);
    }
    Actor actor = actors.current();
    if (actor.userId() != null) {
      fields.put("UserId", String.valueOf(actor.userId()));
    }
    if (actor.kind() != Actor.Kind.ANONYMOUS) {
      fields.put("Actor", actor.name());
    }
    return fields;
  }

  /** Writes nothing itself. */
  private final class Adding extends Handler {

    @Override
    public void publish(LogRecord record) {
      Map<String, String> fields = fields();
      if (fields.isEmpty()) {
        return;
      }
      Object[] given = record.getParameters();
      Object[] more = given == null ? new Object[1] : Arrays.copyOf(given, given.length + 1);
      more[more.length - 1] = fields;
      record.setParameters(more);
    }

    @Override
    public void flush() {
      // nothing is held back
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
