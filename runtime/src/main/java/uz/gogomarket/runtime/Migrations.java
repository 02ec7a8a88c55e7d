package uz.gogomarket.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;
import org.postgresql.util.PSQLException;

/** Brings a database to what this version of the marketplace needs. */
final class Migrations {
  private static final int OLDEST_MAJOR_VERSION = 15;

  /** Row-level security is forced on the owner, too: without this a migration would see no rows. */
  private static final String ACT_AS_SYSTEM =
      "select set_config('gogomarket.grants', 'system', false),"
          + " set_config('gogomarket.actor', 'system:migration', false)";

  /** Kept here: the logging framework holds its loggers weakly. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Migrations() {}

  /**
   * Safe to repeat: what was done is not done again.
   *
   * @return how many migrations were run
   * @throws StartFailure where the database does not answer, is too old, or refuses
   */
  static int run(Database database) {
    return run(database, "classpath:db/migration", "classpath:db/callback");
  }

  static int run(Database database, String... locations) {
    check(database);
    FLYWAY.setLevel(Level.OFF);
    try {
      MigrateResult result =
          Flyway.configure(Migrations.class.getClassLoader())
              .dataSource(database.ownerDataSource())
              .initSql(ACT_AS_SYSTEM)
              .locations(locations)
              .javaMigrations(new EngineTables())
              .placeholders(Map.of("app_role", database.app().user()))
              .defaultSchema("public")
              .schemas("public")
              .failOnMissingLocations(true)
              .validateMigrationNaming(true)
              .ignoreMigrationPatterns(new String[0]) // a database from the future is refused
              .load()
              .migrate();
      return result.migrationsExecuted;
    } catch (FlywayValidateException e) {
      throw new StartFailure(
          "The database was made by a version of GoGoMarket whose migrations differ (%s); run that version, or start over with -Dgogomarket.reset."
              .formatted(lines(e, 3)),
          e);
    } catch (FlywayException e) {
      throw new StartFailure("The database could not be migrated: " + sentence(e), e);
    }
  }

  /**
   * Both roles can log in, the server is new enough, and the application's role is a lesser one.
   */
  private static void check(Database database) {
    try (Connection connection = database.ownerDataSource().getConnection()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST_MAJOR_VERSION) {
        throw new StartFailure(
            "The database is PostgreSQL %d, but GoGoMarket needs %d or newer."
                .formatted(version, OLDEST_MAJOR_VERSION));
      }
    } catch (SQLException e) {
      throw unreachable(database, database.owner(), e);
    }
    try (Connection connection = database.applicationDataSource().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select rolsuper or rolbypassrls or pg_has_role(rolname, ?, 'member') from pg_roles"
                    + " where rolname = current_user")) {
      statement.setString(1, database.owner().user());
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next() && rows.getBoolean(1)) {
          throw new StartFailure(
              "The role %s must not be a superuser, bypass row-level security or be a member of %s: the application would see everybody's rows."
                  .formatted(database.app().user(), database.owner().user()));
        }
      }
    } catch (SQLException e) {
      throw unreachable(database, database.app(), e);
    }
  }

  private static StartFailure unreachable(Database database, Credentials role, SQLException e) {
    return new StartFailure(
        "The database %s cannot be used as %s: %s"
            .formatted(database.url(), role.user(), String.valueOf(e.getMessage()).strip()),
        e);
  }

  private static String sentence(FlywayException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException) {
        return lines(e, 1) + ": " + cause.getMessage();
      }
    }
    return lines(e, 3);
  }

  private static String lines(FlywayException e, int most) {
    return String.valueOf(e.getMessage())
        .lines()
        .map(String::strip)
        .limit(most)
        .collect(Collectors.joining(" "));
  }
}
