package uz.gogomarket.platform;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.postgresql.core.Parser;

/**
 * A text for the database that is one statement and reads or writes rows. The driver would send
 * each part of a text with semicolons on its own: whoever got something of his into the middle of
 * one could change the connection for those who get it next (put another statement in the place of
 * one that is prepared, forget which codes were used, switch settings). None of that can be said in
 * the middle of a single {@code select}, {@code insert}, {@code update} or {@code delete}.
 */
final class OneStatement {

  private static final Pattern OVER_ROWS =
      Pattern.compile("\\s*(?i:select|insert|update|delete|with)\\b");

  /** Nearly all texts are constants; what is made at run time may be checked each time. */
  private static final int MOST_KNOWN = 5_000;

  private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

  private OneStatement() {}

  /**
   * @throws IllegalArgumentException if it is none, several or something else
   */
  static void require(String sql) {
    if (KNOWN.contains(sql)) {
      return;
    }
    // Where a literal ends depends on a setting that a smuggled call can switch.
    if (!OVER_ROWS.matcher(sql).lookingAt() || !isOne(sql, true) || !isOne(sql, false)) {
      throw new IllegalArgumentException(
          "A text for the database is one select, insert, update or delete");
    }
    if (KNOWN.size() < MOST_KNOWN) {
      KNOWN.add(sql);
    }
  }

  private static boolean isOne(String sql, boolean backslashesAreLiteral) {
    try {
      return Parser.parseJdbcSql(sql, backslashesAreLiteral, true, true, false, false).size() == 1;
    } catch (SQLException e) {
      throw new IllegalArgumentException("A text for the database cannot be read", e);
    }
  }
}
