package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the proof of the promises finds. The rows are written as nobody but the superuser can, past
 * all that guards them, since half of them must not be there.
 */
class PromisesTest {

  private static final String SHARES = "promise 4: what the buyer paid and did not get back";
  private static final long BUYER = 1;
  private static final long SELLER = 2;
  private static final long COURIER = 3;
  private static final long ORDER = 70;

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static Connection superuser;

  @BeforeAll
  static void a_database() throws Exception {
    Secrets secrets = Secrets.in(folder.resolve("secrets"));
    int port = Ports.free();
    postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), secrets, port, "");
    Database database = EmbeddedDatabase.describe(port, secrets);
    EmbeddedDatabase.prepare(postgres, database, secrets);
    Migrations.run(database);
    superuser =
        DriverManager.getConnection(
            EmbeddedPostgres.url(port, "gogomarket"),
            EmbeddedPostgres.SUPERUSER,
            secrets.databasePassword(EmbeddedPostgres.SUPERUSER));
    execute(
        """
        set session_replication_role = replica;
        insert into ledger_accounts (id, kind, user_id)
        values (101, 'wallet', 1), (102, 'wallet', 2), (103, 'wallet', 3);
        """);
  }

  @AfterAll
  static void stop() throws SQLException {
    superuser.close();
    postgres.close();
  }

  @AfterEach
  void empty_the_books() throws SQLException {
    superuser.setAutoCommit(true);
    execute("truncate orders, journal_entries, postings cascade");
  }

  @Test
  void shares_that_add_up_to_what_was_paid_break_nothing() throws SQLException {
    settled(BUYER, COURIER);
    share(COURIER, 15);

    assertThat(broken()).isEmpty();
  }

  @Test
  void a_share_that_is_missing_is_found() throws SQLException {
    settled(BUYER, COURIER);

    assertThat(broken()).singleElement().asString().contains("order 70: paid 115.00");
  }

  @Test
  void a_seller_who_brings_what_he_sold_has_each_share_once() throws SQLException {
    settled(BUYER, SELLER);
    share(SELLER, 15);

    assertThat(broken()).isEmpty();
  }

  @Test
  void what_a_courier_bought_and_got_back_himself_is_no_share_of_his() throws SQLException {
    settled(COURIER, COURIER);
    share(COURIER, 15);
    execute("update orders set refunded_amount = 20");
    post("refund", 100 + COURIER, 20);
    post("refund", 100 + SELLER, -20);

    assertThat(broken()).isEmpty();
  }

  /** Goods for 100 and 15 for the way, paid; the seller has his share, the courier not yet. */
  private static void settled(long buyer, long courier) throws SQLException {
    execute(
        """
        insert into orders (id, order_number, checkout_id, buyer_id, seller_id, courier_id, status,
            payment_status, payment_method, subtotal, shipping_cost, courier_fee, total_amount,
            settled_at)
        values (%d, 'GM1', 7, %d, %d, %d, 'delivered', 'paid', 'gogomoney', 100, 15, 15, 115, now())
        """
            .formatted(ORDER, buyer, SELLER, courier));
    share(SELLER, 100);
  }

  private static void share(long user, int amount) throws SQLException {
    post("earning", 100 + user, amount);
  }

  private static void post(String type, long account, int amount) throws SQLException {
    try (PreparedStatement statement =
        superuser.prepareStatement(
            """
            with e as (
              insert into journal_entries (type, reference_type, reference_id, description, recorded_by)
              values (?::transaction_type_enum, 'order', 70, 'For a test', 'system:test') returning id)
            insert into postings (entry_id, account_id, amount, order_id)
            select e.id, ?, ?, 70 from e
            """)) {
      statement.setString(1, type);
      statement.setLong(2, account);
      statement.setInt(3, amount);
      statement.executeUpdate();
    }
  }

  private static List<Promises.Broken> broken() throws SQLException {
    return Promises.broken(superuser).stream()
        .filter(each -> each.promise().startsWith(SHARES))
        .toList();
  }

  private static void execute(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }
}
