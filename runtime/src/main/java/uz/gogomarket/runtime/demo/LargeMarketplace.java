package uz.gogomarket.runtime.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * The demo marketplace many times over, to measure with: its people, goods, orders and money again
 * and again under other ids, codes and addresses, so that whatever holds for the demo holds for the
 * whole; and further buyers who have bought nothing yet.
 *
 * <p>Rows are read and written with COPY, on two connections. Meanwhile the tables are {@link
 * StrippedTables}; afterwards keys and indexes are made for all rows at once. All of it is one
 * transaction: what is interrupted has not happened.
 */
public final class LargeMarketplace {
  private static final int PRODUCTS = 200_000;
  private static final int ORDERS = 1_000_000;
  private static final int USERS = 200_000;

  /** What a buyer has who has bought nothing. */
  private static final Set<String> OF_BUYERS =
      Set.of("users", "user_roles", "customer_profiles", "user_addresses");

  private final DataSource owner;

  public LargeMarketplace(DataSource owner) {
    this.owner = owner;
  }

  /** Makes a large marketplace of the demo that is there. */
  void load() throws SQLException, IOException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      DemoMarketplace.actAsSystemUntilClosed(statement);
      long products = number(statement, "select count(*) from products");
      long orders = number(statement, "select count(*) from orders");
      long users = number(statement, "select count(*) from users");
      long buyers = number(statement, "select count(*) from users where role = 'buyer'");
      int copies = (int) Math.max(ceiling(PRODUCTS, products), ceiling(ORDERS, orders)) - 1;
      long missing = Math.max(USERS - users * (copies + 1), 0);
      load(copies, (int) ceiling(missing, buyers));
    }
  }

  /**
   * @param copies how often the demo is there besides itself
   * @param copiesOfBuyers how often its buyers are there besides, without orders and money
   */
  public void load(int copies, int copiesOfBuyers) throws SQLException, IOException {
    try (Connection seed = owner.getConnection();
        Statement seeding = seed.createStatement();
        Connection loader = owner.getConnection();
        Statement loading = loader.createStatement()) {
      DemoMarketplace.actAsSystemUntilClosed(seeding);
      List<CopiedTable> tables = CopiedTable.all(seed);
      for (CopiedTable table : tables) {
        seeding.execute(table.seed());
      }
      loader.setAutoCommit(false);
      DemoMarketplace.actAsSystem(loading);
      loading.execute("set local maintenance_work_mem = '256MB'");
      StrippedTables stripped =
          StrippedTables.strip(loading, tables.stream().map(CopiedTable::name).toList());
      for (CopiedTable table : tables) {
        copy(seed, loader, table, copies, OF_BUYERS.contains(table.name()) ? copiesOfBuyers : 0);
      }
      stripped.restore(loading);
      loading.execute(DemoMarketplace.text("D090__finish.sql"));
      loader.commit();
      loader.setAutoCommit(true);
      loading.execute("vacuum (analyze)");
    }
  }

  /** Whether a database holds one already. */
  static boolean isThere(Statement statement) throws SQLException {
    return number(
            statement, "select count(*) from users where email = 'g1.buyer@gogomarket.example'")
        > 0;
  }

  private static void copy(
      Connection seed, Connection loader, CopiedTable table, int copies, int copiesOfBuyers)
      throws SQLException {
    CopyIn in = loader.unwrap(PGConnection.class).getCopyAPI().copyIn(table.in());
    try {
      for (int copy = 1; copy <= copies + copiesOfBuyers; copy++) {
        CopyOut out =
            seed.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(table.out(copy, copy > copies ? buyersOnly(table) : "true"));
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
          in.writeToCopy(row, 0, row.length);
        }
      }
      in.endCopy();
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
  }

  private static String buyersOnly(CopiedTable table) {
    return "%s in (select u.id from seed_users u where u.role = 'buyer')"
        .formatted(table.name().equals("users") ? "id" : "user_id");
  }

  private static long ceiling(long wanted, long each) {
    return (wanted + each - 1) / each;
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
