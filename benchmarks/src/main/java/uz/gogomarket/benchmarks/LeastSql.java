package uz.gogomarket.benchmarks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The least SQL of each scenario, prepared, on tables of its own ({@code yardstick/schema.sql}):
 * what the step would cost without permissions, rules and proofs. For one connection.
 */
final class LeastSql {
  private static final int CATEGORIES = 60;
  private static final int CUSTOMERS = 1000;
  private static final int VENDORS = 200;

  private final Connection connection;
  private final int products;
  private final List<String> titles;
  private final int customer;

  /**
   * @param products how many there are, from 1 on
   * @param titles some of them, to search for
   * @param customer who has the cart; nobody else's
   */
  LeastSql(Connection connection, int products, List<String> titles, int customer) {
    this.connection = connection;
    this.products = products;
    this.titles = titles;
    this.customer = customer;
  }

  /** One operation. */
  interface Step {
    void take(LeastSql sql) throws SQLException;
  }

  void product() throws SQLException {
    read(
        """
        select p.id, p.slug, p.title, p.description, p.price_cents, p.currency, p.vendor_id, v.name, s.on_hand,
               (select json_agg(json_build_object('url', i.url, 'alt', i.alt) order by i.position) from product_image i where i.product_id = p.id)
        from product p join vendor v on v.id = p.vendor_id join stock s on s.product_id = p.id
        where p.slug = ? and p.status = 'active'
        """,
        "product-" + anyProduct());
  }

  void listing() throws SQLException {
    read(
        """
        select p.id, p.slug, p.title, p.price_cents, p.currency, v.name, i.url
        from product p join vendor v on v.id = p.vendor_id left join product_image i on i.product_id = p.id and i.position = 1
        where p.category_id = ? and p.status = 'active' order by p.created_at desc, p.id desc limit 24
        """,
        1 + random(CATEGORIES));
  }

  void search() throws SQLException {
    read(
        """
        select p.id, p.slug, p.title, p.price_cents, p.currency, v.name
        from product p join vendor v on v.id = p.vendor_id
        where p.search @@ websearch_to_tsquery('simple', ?) order by p.id desc limit 24
        """,
        anyTitle().split(" ", 2)[0]);
  }

  void searchWithTypo() throws SQLException {
    String word = anyTitle().split(" ", 2)[0];
    read(
        """
        select p.id, p.slug, p.title, p.price_cents, p.currency, v.name
        from product p join vendor v on v.id = p.vendor_id
        where ? <% p.title order by word_similarity(?, p.title) desc, p.id desc limit 24
        """,
        typo(word), typo(word));
  }

  void cart() throws SQLException {
    for (int line = 0; line < 2; line++) {
      write(
          "insert into cart_line (customer_id, product_id, quantity) values (?, ?, 1)"
              + " on conflict (customer_id, product_id) do update set quantity = excluded.quantity",
          customer,
          anyProduct());
    }
    read(
        """
        select p.id, p.title, p.price_cents, l.quantity, s.on_hand, v.name
        from cart_line l join product p on p.id = l.product_id join stock s on s.product_id = p.id join vendor v on v.id = p.vendor_id
        where l.customer_id = ? order by p.vendor_id, p.id
        """,
        customer);
    write("delete from cart_line where customer_id = ?", customer);
  }

  void orders() throws SQLException {
    read(
        """
        select o.id, o.number, o.total_cents, o.currency, o.status, o.created_at, v.name
        from orders o join vendor v on v.id = o.vendor_id where o.customer_id = ? order by o.id desc limit 20
        """,
        1 + random(CUSTOMERS));
  }

  void position() throws SQLException {
    write(
        "insert into courier_position (order_id, latitude, longitude) values (?, ?, ?)",
        1L + random(CUSTOMERS),
        BigDecimal.valueOf(41.2),
        BigDecimal.valueOf(69.2));
  }

  void checkout() throws SQLException {
    int first = 1 + random(products - 1);
    int second = first + 1 + random(products - first);
    int vendor = 1 + first % VENDORS;
    String number = Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
    connection.setAutoCommit(false);
    read(
        "select product_id, on_hand from stock where product_id in (?, ?) order by product_id for"
            + " update",
        first,
        second);
    for (int product : new int[] {first, second}) {
      write(
          "update stock set on_hand = on_hand - 1, version = version + 1 where product_id = ? and"
              + " on_hand >= 1",
          product);
    }
    long order =
        read(
            """
            insert into orders (number, customer_id, vendor_id, total_cents, currency, status, ship_to)
            values (?, ?, ?, 4200, 'UZS', 'paid', '{"name": "A buyer", "street": "Main street 1", "city": "Tashkent"}') returning id
            """,
            number,
            1 + random(CUSTOMERS),
            vendor);
    write(
        "insert into order_item (order_id, product_id, title, quantity, unit_cents) values (?, ?,"
            + " 'Product a', 1, 2100), (?, ?, 'Product b', 1, 2100)",
        order,
        first,
        order,
        second);
    write(
        "insert into order_status_history (order_id, from_status, to_status) values (?, 'pending',"
            + " 'paid')",
        order);
    write(
        "insert into payment (order_id, provider, ref, amount_cents, status) values (?, 'wallet',"
            + " ?, 4200, 'captured')",
        order,
        number);
    write(
        "insert into wallet_posting (order_id, account, amount_cents) values (?, ?, 3780), (?,"
            + " 'platform', 420)",
        order,
        "vendor:" + vendor,
        order);
    write(
        "insert into commission (order_id, vendor_id, rate_bp, amount_cents) values (?, ?, 1000,"
            + " 420)",
        order,
        vendor);
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static int random(int below) {
    return ThreadLocalRandom.current().nextInt(below);
  }

  private int anyProduct() {
    return 1 + random(products);
  }

  private String anyTitle() {
    return titles.get(random(titles.size()));
  }

  /** Without its third letter. */
  private static String typo(String word) {
    return word.substring(0, 2) + word.substring(3);
  }

  private void write(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values)) {
      statement.executeUpdate();
    }
  }

  /** Reads all rows; returns the first one's first column where that is a number. */
  private long read(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet rows = statement.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      long first = 0;
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          if (rows.getObject(column) instanceof Number number && first == 0) {
            first = number.longValue();
          }
        }
      }
      return first;
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
