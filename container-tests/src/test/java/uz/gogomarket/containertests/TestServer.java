package uz.gogomarket.containertests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import uz.gogomarket.runtime.Database;
import uz.gogomarket.runtime.Marketplace;
import uz.gogomarket.runtime.Settings;

/**
 * Starts PostgreSQL and an empty Payara Server before the first test, stops them after the last.
 */
public final class TestServer implements LauncherSessionListener {

  /** The database counts what it is asked, but for beginnings and ends of transactions. */
  private static final String COUNTED =
      "-c shared_preload_libraries=pg_stat_statements -c pg_stat_statements.track=top"
          + " -c pg_stat_statements.track_utility=off";

  private Marketplace marketplace;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Map<String, String> properties = new HashMap<>();
    System.getProperties()
        .forEach(
            (key, value) -> {
              if (String.valueOf(key).startsWith("gogomarket.")) {
                properties.put(String.valueOf(key), String.valueOf(value));
              }
            });
    properties.put("gogomarket.ear", "none");
    properties.put("gogomarket.demo", "none");
    properties.put("gogomarket.reset", "true");
    properties.put("gogomarket.http.port", "0");
    properties.put("gogomarket.db.port", "0");
    properties.put("gogomarket.db.options", COUNTED);
    properties.put("gogomarket.admin.port", "0");
    properties.put("gogomarket.password.bcrypt-cost", "4");
    properties.put("gogomarket.limits.registrations-per-quarter-hour", "0");
    marketplace = new Marketplace(Settings.read(properties, Map.of()));
    marketplace.start();
    prepare(marketplace.database());
    showWhatIsCounted();
    System.setProperty(
        "arquillian.admin.port",
        marketplace.settings().adminPort().map(String::valueOf).orElseThrow());
    System.setProperty("arquillian.admin.password", marketplace.adminPassword());
    System.setProperty("arquillian.http.port", String.valueOf(marketplace.settings().httpPort()));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (marketplace != null) {
      marketplace.close();
    }
  }

  /** Only a superuser may. */
  private void showWhatIsCounted() {
    Path password = marketplace.settings().data().resolve("secrets/database-password-postgres.txt");
    try (Connection connection =
            DriverManager.getConnection(
                marketplace.database().url(), "postgres", Files.readString(password).strip());
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists counting");
      statement.execute("grant usage on schema counting to public");
      statement.execute("create extension if not exists pg_stat_statements schema counting");
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void prepare(Database database) {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(FailingCommits.SCHEMA);
      statement.execute(AccountCareIT.SCHEMA);
      statement.execute(LedgerIT.SCHEMA);
      statement.execute(DatabaseListener.SCHEMA);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
