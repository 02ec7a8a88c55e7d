package uz.gogomarket.runtime.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import uz.gogomarket.runtime.StartFailure;

/**
 * The demo marketplace of Tashkent: sellers, buyers, couriers, goods, and three months of orders
 * with their money, out of the SQL under {@code db/demo}. It depends on nothing but the moment of
 * loading.
 */
public final class DemoMarketplace implements Demo {

  /** Everybody's password in the demo marketplace; its hash stands in the SQL. */
  public static final String PASSWORD = "Bozor-2026-demo";

  private static final List<String> FILES =
      List.of(
          "D000__prelude.sql",
          "D010__people.sql",
          "D020__categories.sql",
          "D030__products.sql",
          "D040__orders.sql",
          "D050__orders_filled.sql",
          "D060__money.sql",
          "D080__at_hand.sql",
          "D090__finish.sql");

  /** The demo, and nobody has opened a dispute: the application, which does, has not run yet. */
  private static final String FRESH =
      """
      select exists (select from users where email = 'buyer@gogomarket.example')
             and not exists (select from disputes)
      """;

  private static final List<DemoAccount> ACCOUNTS =
      List.of(
          account("buyer", "buyer"),
          account("seller", "seller"),
          account("courier", "courier"),
          account("admin (everything)", "admin"),
          account("admin (roles)", "roles"),
          account("admin (accounting)", "accounting"),
          account("admin (technical)", "technical"),
          account("admin (disputes)", "disputes"),
          account("admin (deliveries)", "dispatch"));

  @Override
  public boolean load(DataSource owner, Path secrets, DemoSize size)
      throws SQLException, IOException {
    boolean loaded = size != DemoSize.NONE && loadOnce(owner, secrets);
    return size == DemoSize.LARGE ? enlarge(owner) || loaded : loaded;
  }

  /** Out of what was loaded now, or by a start that ended too early. */
  private static boolean enlarge(DataSource owner) throws SQLException, IOException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      actAsSystemUntilClosed(statement);
      if (LargeMarketplace.isThere(statement)) {
        return false;
      }
      if (!answers(statement, FRESH)) {
        throw new StartFailure(
            "The large demo marketplace is made of a fresh one, but this one is in use; start over"
                + " with -Dgogomarket.reset.");
      }
    }
    new LargeMarketplace(owner).load();
    return true;
  }

  private static boolean loadOnce(DataSource owner, Path secrets) throws SQLException, IOException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(hashtext('the demo marketplace'))");
      actAsSystem(statement);
      if (answers(statement, "select exists (select from users)")) {
        connection.rollback();
        return false;
      }
      statement.execute("set local work_mem = '64MB'");
      for (String file : FILES) {
        statement.execute(text(file));
      }
      giveDeliveryCodes(connection, SealedText.withKeysIn(secrets));
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("vacuum (analyze)");
      return true;
    }
  }

  @Override
  public void complete(DataSource owner, URI baseUrl)
      throws SQLException, IOException, InterruptedException {
    if (accounts(owner).isEmpty()) {
      return;
    }
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      actAsSystemUntilClosed(statement);
      new DemoDisputes(baseUrl).open(connection);
    }
  }

  @Override
  public List<DemoAccount> accounts(DataSource owner) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      actAsSystem(statement);
      boolean loaded =
          answers(
              statement,
              "select exists (select from users where email = '" + ACCOUNTS.get(0).email() + "')");
      connection.rollback();
      return loaded ? ACCOUNTS : List.of();
    }
  }

  private static DemoAccount account(String role, String name) {
    return new DemoAccount(role, name + "@gogomarket.example", PASSWORD);
  }

  /** For this transaction. */
  static void actAsSystem(Statement statement) throws SQLException {
    statement.execute(
        "select set_config('gogomarket.actor', 'system:demo', true),"
            + " set_config('gogomarket.grants', 'system', true)");
  }

  /** For a connection that commits each statement, so that no transaction stays open meanwhile. */
  static void actAsSystemUntilClosed(Statement statement) throws SQLException {
    statement.execute("select set_config('gogomarket.grants', 'system', false)");
  }

  private static boolean answers(Statement statement, String question) throws SQLException {
    try (ResultSet rows = statement.executeQuery(question)) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  /** What is still to be delivered has a code that its buyer can read; the SQL cannot seal one. */
  private static void giveDeliveryCodes(Connection connection, SealedText sealed)
      throws SQLException {
    List<Long> orders = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select id from orders where status not in ('delivered', 'cancelled', 'refunded')"
                    + " order by id")) {
      while (rows.next()) {
        orders.add(rows.getLong(1));
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement("update deliveries set code = ? where order_id = ?")) {
      for (long order : orders) {
        statement.setString(1, sealed.of("%06d".formatted(order * 7919 % 1_000_000)));
        statement.setLong(2, order);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  static String text(String file) throws IOException {
    try (InputStream in = DemoMarketplace.class.getResourceAsStream("/db/demo/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
