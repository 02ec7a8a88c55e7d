package uz.gogomarket.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How many connections there are, and how many of them work. */
@ApplicationScoped
class BacklogFigures implements Figures {

  private static final int CONNECTIONS = Database.CONNECTIONS + Database.JOBS_AT_ONCE;

  @Inject Backlog backlog;

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "database_connections_used",
            "Database connections that work on something",
            () -> backlog.connections().used()),
        new Figure(
            "database_connections_idle",
            "Database connections that wait for work",
            () -> backlog.connections().free()),
        new Figure(
            "database_connections_max",
            "How many database connections there may be, those of jobs included",
            () -> CONNECTIONS));
  }
}
