package uz.gogomarket.platform;

import java.sql.SQLException;

/** Makes a record of a row. */
@FunctionalInterface
public interface RowMapper<T> {
  T map(Row row) throws SQLException;
}
