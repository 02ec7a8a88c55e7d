package uz.gogomarket.runtime.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of the demo marketplace, and how its rows become other rows: ids move by as much as there
 * are, and with them whatever refers to them; codes, names and addresses that are there once get
 * the copy's number.
 *
 * @param columns in the table's order, each with what a copy has in it: SQL over a row of the seed,
 *     {@code $g} being the copy's number
 * @param copied which rows are copied
 */
record CopiedTable(String name, Map<String, String> columns, String copied) {

  private static final int LAST_ADMIN = 10;

  /** What all copies share, or need not have: keys and sessions open doors to somebody. */
  private static final Set<String> SHARED =
      Set.of(
          "flyway_schema_history",
          "settings",
          "api_keys",
          "user_sessions",
          "categories",
          "category_translations",
          "delivery_zones",
          "delivery_tariffs",
          "shipping_providers",
          "payment_gateways",
          "commission_rules",
          "order_transitions",
          "admin_roles");

  /** Admins and the platform's own accounts are there once. */
  private static final Map<String, String> COPIED_ONLY =
      Map.of(
          "users", "id > " + LAST_ADMIN,
          "user_roles", "user_id > " + LAST_ADMIN,
          "wallets", "user_id > " + LAST_ADMIN,
          "ledger_accounts", "user_id > " + LAST_ADMIN);

  /** Columns that refer to rows of another table without a foreign key. */
  private static final Map<String, String> REFERENCES =
      Map.of(
          "listed_products.seller_id", "users",
          "listed_products.category_id", "categories",
          "commissions.order_id", "orders",
          "commissions.order_item_id", "order_items",
          "postings.order_id", "orders");

  /** What {@code reference_id} refers to says the column beside it. */
  private static final Map<String, String> REFERENCE_TYPES =
      Map.of("deposit", "deposits", "payment", "payments", "order", "orders", "refund", "refunds");

  /** Who did something, as {@code user:5}. */
  private static final Set<String> ACTORS =
      Set.of("actor", "recorded_by", "requested_by", "completed_by");

  /** What is there once: {@code $id} is the copy's own id. */
  private static final Map<String, String> UNIQUE =
      Map.ofEntries(
          Map.entry("users.email", "'g' || $g || '.' || email"),
          Map.entry("users.uuid", "md5(uuid || ' ' || $g)::uuid"),
          Map.entry("users.phone", "'+9981' || lpad(($id)::text, 8, '0')"),
          Map.entry("products.slug", "slug || '-' || $g"),
          Map.entry("listed_products.slug", "slug || '-' || $g"),
          Map.entry("products.sku", "sku || '-' || $g"),
          Map.entry("product_variants.sku", "sku || '-' || $g"),
          Map.entry("order_items.sku", "sku || '-' || $g"),
          Map.entry("orders.order_number", "'GM' || lpad(($id)::text, 8, '0')"),
          Map.entry("checkouts.checkout_number", "'CH' || lpad(($id)::text, 8, '0')"),
          Map.entry("deposits.reference", "reference || '-' || $g"),
          Map.entry("bank_lines.reference", "reference || '-' || $g"));

  private static final String TABLES =
      """
      select c.relname::text from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition
      order by 1
      """;

  private static final String COLUMNS =
      """
      select a.attname::text, a.atttypid = any (array['bigint'::regtype, 'integer'::regtype]) as whole,
             a.attidentity <> '' as own,
             (select k.confrelid::regclass::text from pg_constraint k
              where k.contype = 'f' and k.conrelid = a.attrelid and k.conkey = array[a.attnum]) as refers_to
      from pg_attribute a
      where a.attrelid = cast(? as regclass) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum
      """;

  /** Those that hold rows, as the system sees them. */
  static List<CopiedTable> all(Connection connection) throws SQLException {
    Map<String, Long> strides = new LinkedHashMap<>();
    Map<String, Long> kept = new HashMap<>();
    for (String table : texts(connection, TABLES)) {
      if (SHARED.contains(table) || number(connection, "select count(*) from " + table) == 0) {
        continue;
      }
      boolean numbered =
          number(
                  connection,
                  "select count(*) from pg_attribute where attrelid = '%s'::regclass and attname = 'id' and atttypid = 'bigint'::regtype"
                      .formatted(table))
              > 0;
      strides.put(
          table, numbered ? number(connection, "select coalesce(max(id), 0) from " + table) : 0L);
      String copied = COPIED_ONLY.get(table);
      kept.put(
          table,
          numbered && copied != null
              ? number(
                  connection,
                  "select coalesce(max(id), 0) from %s where (%s) is not true"
                      .formatted(table, copied))
              : 0L);
    }
    List<CopiedTable> tables = new ArrayList<>();
    for (String table : strides.keySet()) {
      tables.add(new Shift(strides, kept).table(connection, table));
    }
    return tables;
  }

  /** A copy of the table that the loading transaction does not lock. */
  String seed() {
    return "create temp table seed_%s as select * from %s".formatted(name, name);
  }

  String out(int copy, String restriction) {
    return "copy (select %s from seed_%s where (%s) and (%s)) to stdout"
        .formatted(
            columns.values().stream()
                .map(each -> each.replace("$g", Integer.toString(copy)))
                .collect(Collectors.joining(", ")),
            name,
            copied,
            restriction);
  }

  String in() {
    return "copy %s (%s) from stdin"
        .formatted(
            name,
            columns.keySet().stream()
                .map(each -> '"' + each + '"')
                .collect(Collectors.joining(", ")));
  }

  /**
   * How ids move, table by table.
   *
   * @param strides by how much the ids of one copy are larger than those of the one before; 0 where
   *     there are none
   * @param kept the last id that all copies share
   */
  private record Shift(Map<String, Long> strides, Map<String, Long> kept) {

    CopiedTable table(Connection connection, String table) throws SQLException {
      Map<String, String> columns = new LinkedHashMap<>();
      try (var statement = connection.prepareStatement(COLUMNS)) {
        statement.setString(1, table);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            String column = rows.getString(1);
            columns.put(
                column,
                copied(
                    connection,
                    table,
                    column,
                    rows.getBoolean(2),
                    rows.getBoolean(3) ? table : rows.getString(4)));
          }
        }
      }
      return new CopiedTable(table, columns, COPIED_ONLY.getOrDefault(table, "true"));
    }

    private String copied(
        Connection connection,
        String table,
        String column,
        boolean whole,
        @Nullable String refersTo)
        throws SQLException {
      String qualified = table + "." + column;
      String unique = UNIQUE.get(qualified);
      if (unique != null) {
        return unique.replace("$id", moved(table, "id"));
      }
      String other = refersTo == null ? REFERENCES.get(qualified) : refersTo;
      if (other != null) {
        return moved(other, column);
      }
      if (column.equals("reference_id")) {
        return REFERENCE_TYPES.entrySet().stream()
            .map(
                each ->
                    "when '%s' then %s".formatted(each.getKey(), moved(each.getValue(), column)))
            .sorted()
            .collect(Collectors.joining(" ", "case reference_type ", " end"));
      }
      if (ACTORS.contains(column)) {
        return "case when %s ~ '^user:\\d+$' then 'user:' || %s else %s end"
            .formatted(column, moved("users", "substr(" + column + ", 6)::bigint"), column);
      }
      if (whole
          && column.endsWith("_id")
          && number(
                  connection,
                  "select count(*) from %s where %s is not null".formatted(table, column))
              > 0) {
        throw new IllegalStateException("Nobody says what " + qualified + " refers to");
      }
      return '"' + column + '"';
    }

    /** What is shared stays. */
    private String moved(String table, String id) {
      long stride = strides.getOrDefault(table, 0L);
      if (stride == 0) {
        return id;
      }
      return "case when %s > %d then %s + $g * %d::bigint else %s end"
          .formatted(id, kept.getOrDefault(table, 0L), id, stride, id);
    }
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    return Long.parseLong(texts(connection, query).get(0));
  }
}
