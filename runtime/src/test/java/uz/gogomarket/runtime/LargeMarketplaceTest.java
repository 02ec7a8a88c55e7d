package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.gogomarket.runtime.demo.DemoMarketplace;
import uz.gogomarket.runtime.demo.DemoSize;
import uz.gogomarket.runtime.demo.LargeMarketplace;

/** The data set for measuring, at a small size: three times the demo, and its buyers once more. */
class LargeMarketplaceTest {

  private static final String SCHEMA =
      """
      select pg_get_indexdef(indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace
      union all
      select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated) from pg_constraint where connamespace = 'public'::regnamespace
      union all
      select concat_ws(' ', tgrelid::regclass, pg_get_triggerdef(oid), tgenabled) from pg_trigger where not tgisinternal
      union all
      select concat_ws(' ', oid::regclass, relrowsecurity, relforcerowsecurity) from pg_class where relnamespace = 'public'::regnamespace
      order by 1
      """;

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static Database database;
  private static List<String> schemaBefore;
  private static long products;
  private static long orders;
  private static long buyers;

  @BeforeAll
  static void load() throws Exception {
    Secrets secrets = Secrets.in(folder.resolve("secrets"));
    postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), secrets, Ports.free(), "");
    database = EmbeddedDatabase.describe(postgres.port(), secrets);
    EmbeddedDatabase.prepare(postgres, database, secrets);
    Migrations.run(database);
    new DemoMarketplace().load(database.ownerDataSource(), secrets.folder(), DemoSize.DEFAULT);
    schemaBefore = asked(SCHEMA);
    products = number("select count(*) from products");
    orders = number("select count(*) from orders");
    buyers = number("select count(*) from users where role = 'buyer'");

    new LargeMarketplace(database.ownerDataSource()).load(2, 1);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void every_promise_holds_on_it() throws Exception {
    try (Connection connection = database.ownerDataSource().getConnection()) {
      assertThat(Promises.broken(connection)).isEmpty();
    }
  }

  @Test
  void products_and_orders_are_there_as_often_as_asked_for_and_buyers_once_more() throws Exception {
    assertThat(number("select count(*) from products")).isEqualTo(3 * products);
    assertThat(number("select count(*) from orders")).isEqualTo(3 * orders);
    assertThat(number("select count(*) from users where role = 'buyer'")).isEqualTo(4 * buyers);
  }

  @Test
  void keys_indexes_triggers_and_row_level_security_are_as_before() throws Exception {
    assertThat(asked(SCHEMA)).isEqualTo(schemaBefore);
  }

  @Test
  void the_copies_goods_are_the_copies_sellers_own() throws Exception {
    assertThat(
            number(
                """
                select count(*) from order_items i join orders o on o.id = i.order_id join products p on p.id = i.product_id
                join listed_products l on l.product_id = p.id
                where p.seller_id <> o.seller_id or l.seller_id <> p.seller_id
                """))
        .isZero();
  }

  @Test
  void what_is_ordered_next_gets_a_number_of_its_own() throws Exception {
    assertThat(number("select nextval('order_numbers')"))
        .isGreaterThan(number("select max(substr(order_number, 3)::bigint) from orders"));
    assertThat(number("select nextval(pg_get_serial_sequence('orders', 'id'))"))
        .isGreaterThan(number("select max(id) from orders"));
  }

  @Test
  void a_marketplace_that_is_large_already_does_not_grow_again() throws Exception {
    assertThat(
            new DemoMarketplace()
                .load(database.ownerDataSource(), folder.resolve("secrets"), DemoSize.LARGE))
        .isFalse();
  }

  private static long number(String query) throws SQLException {
    return Long.parseLong(asked(query).get(0));
  }

  /** The first column of all rows, as the system sees them. */
  private static List<String> asked(String query) throws SQLException {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select set_config('gogomarket.grants', 'system', false)");
      List<String> values = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    }
  }
}
