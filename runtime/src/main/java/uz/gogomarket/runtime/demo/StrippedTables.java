package uz.gogomarket.runtime.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables without foreign keys, further indexes, triggers and forced row-level security, as long as
 * they are filled: COPY refuses what is under row-level security, and everything else is done
 * faster for all rows at once.
 */
final class StrippedTables {
  private final List<String> restoring = new ArrayList<>();

  private StrippedTables() {}

  /** In the statement's transaction; {@link #restore} belongs to the same. */
  static StrippedTables strip(Statement statement, List<String> tables) throws SQLException {
    StrippedTables stripped = new StrippedTables();
    String chosen =
        tables.stream().map("'%s'::regclass"::formatted).collect(Collectors.joining(", "));
    stripped.each(
        statement,
        """
        select format('alter table %%s drop constraint %%I', conrelid::regclass, conname),
               format('alter table %%s add constraint %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        from pg_constraint where contype = 'f' and conrelid in (%s)
        """
            .formatted(chosen));
    stripped.each(
        statement,
        """
        select format('drop index %%s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
        from pg_index i
        where i.indrelid in (%s) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
        """
            .formatted(chosen));
    stripped.each(
        statement,
        """
        select format('alter table %%s disable trigger user', c.oid::regclass), format('alter table %%s enable trigger user', c.oid::regclass)
        from pg_class c where c.oid in (%s)
        """
            .formatted(chosen));
    stripped.each(
        statement,
        """
        select format('alter table %%s no force row level security', c.oid::regclass), format('alter table %%s force row level security', c.oid::regclass)
        from pg_class c where c.relforcerowsecurity and c.oid in (%s)
        """
            .formatted(chosen));
    return stripped;
  }

  /** Indexes first, so that the keys, which are proved here, find their rows. */
  void restore(Statement statement) throws SQLException {
    List<String> keys =
        restoring.stream().filter(each -> each.contains(" add constraint ")).toList();
    for (String each : restoring) {
      if (each.startsWith("CREATE ")) {
        statement.execute(each);
      }
    }
    for (String key : keys) {
      statement.execute(key);
    }
    for (String each : restoring) {
      if (!each.startsWith("CREATE ") && !keys.contains(each)) {
        statement.execute(each);
      }
    }
  }

  private void each(Statement statement, String query) throws SQLException {
    List<String> stripping = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        stripping.add(rows.getString(1));
        restoring.add(rows.getString(2));
      }
    }
    for (String each : stripping) {
      statement.execute(each);
    }
  }
}
