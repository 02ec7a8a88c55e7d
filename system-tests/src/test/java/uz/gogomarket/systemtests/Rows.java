package uz.gogomarket.systemtests;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the running marketplace's database, as the system. */
final class Rows {

  private Rows() {}

  /** The first column of the first row, as text. */
  static String value(String sql, Object... parameters) {
    List<String> all = values(sql, parameters);
    if (all.isEmpty()) {
      throw new IllegalStateException("Nothing was found by: " + sql);
    }
    return all.get(0);
  }

  /** The first column of all rows, as text. */
  static List<String> values(String sql, Object... parameters) {
    try (Connection connection = TestMarketplace.database().ownerDataSource().getConnection()) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute("select set_config('gogomarket.grants', 'system', true)");
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          statement.setObject(i + 1, parameters[i]);
        }
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            values.add(rows.getString(1));
          }
        }
        return values;
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
