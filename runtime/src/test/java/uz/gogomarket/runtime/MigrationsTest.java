package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.gogomarket.runtime.demo.DemoMarketplace;
import uz.gogomarket.runtime.demo.DemoSize;

/** From nothing, over nothing new, and over a marketplace that has been selling for months. */
class MigrationsTest {

  private static final String[] NEXT_RELEASE = {
    "classpath:db/migration", "classpath:db/callback", "classpath:db/next"
  };

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static Secrets secrets;
  private Database database;

  @BeforeAll
  static void start() throws Exception {
    secrets = Secrets.in(folder.resolve("secrets"));
    postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), secrets, Ports.free(), "");
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void an_empty_database() throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                EmbeddedPostgres.url(postgres.port(), "postgres"),
                EmbeddedPostgres.SUPERUSER,
                secrets.databasePassword(EmbeddedPostgres.SUPERUSER));
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists gogomarket with (force)");
    }
    database = EmbeddedDatabase.describe(postgres.port(), secrets);
    EmbeddedDatabase.prepare(postgres, database, secrets);
  }

  @Test
  void an_empty_database_takes_all_of_them_and_after_that_none() throws Exception {
    assertThat(Migrations.run(database)).isGreaterThan(10);

    assertThat(Migrations.run(database)).isZero();
    assertThat(asked("select count(*) from engine.act_re_procdef")).isEqualTo("0");
  }

  @Test
  void the_next_release_changes_every_row_of_a_marketplace_that_sells() throws Exception {
    Migrations.run(database);
    assertThat(
            new DemoMarketplace()
                .load(database.ownerDataSource(), secrets.folder(), DemoSize.DEFAULT))
        .isTrue();

    assertThat(Migrations.run(database, NEXT_RELEASE)).isEqualTo(1);

    assertThat(asked("select count(*) > 20000 from orders where total_tiyin = total_amount * 100"))
        .isEqualTo("t");
    try (Connection connection = database.ownerDataSource().getConnection()) {
      assertThat(Promises.broken(connection)).isEmpty();
    }
  }

  @Test
  void a_database_from_the_future_is_refused() {
    Migrations.run(database, NEXT_RELEASE);

    assertThatThrownBy(() -> Migrations.run(database))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("whose migrations differ");
  }

  @Test
  void a_migration_that_was_changed_afterwards_is_refused() throws Exception {
    Migrations.run(database);
    execute(
        database.ownerDataSource(),
        "update flyway_schema_history set checksum = checksum + 1 where version = '010'");

    assertThatThrownBy(() -> Migrations.run(database))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("whose migrations differ");
  }

  @Test
  void a_partition_made_late_takes_over_what_the_default_one_held() throws Exception {
    Migrations.run(database);
    execute(
        database.ownerDataSource(),
        "select set_config('gogomarket.actor', 'system:test', false);"
            + "insert into audit_logs (actor, action, entity_type, entity_id, created_at)"
            + " values ('system:test', 'tested', 'test', 1, now() + interval '5 months')");

    execute(database.applicationDataSource(), "select ensure_monthly_partitions('audit_logs', 6)");

    assertThat(asked("select count(*) from audit_logs where action = 'tested'")).isEqualTo("1");
    assertThat(asked("select count(*) from audit_logs_default")).isEqualTo("0");
  }

  @Test
  void the_application_reaches_rows_of_a_partition_through_its_table_only() {
    Migrations.run(database);

    assertThatThrownBy(
            () -> execute(database.applicationDataSource(), "select from audit_logs_default"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  /** The only value of a query, as the system sees it. */
  private String asked(String query) throws SQLException {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select set_config('gogomarket.grants', 'system', false)");
      try (ResultSet rows = statement.executeQuery(query)) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
