package uz.gogomarket.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uz.gogomarket.runtime.Database;

/**
 * Writes down which rows a transaction locks and in which order, whoever asks for it: the
 * application, JPA, a function or a trigger. A restrictive policy on every table does it, since
 * PostgreSQL asks the policies for updates about each row that is locked, updated or deleted. Rows
 * that only a foreign key holds are not written down; they stand in nobody's way as long as nobody
 * locks with {@code for update}.
 */
final class LockRecorder {

  private static final String RECORDER =
      """
      create table locks_taken (
        n bigint generated always as identity,
        transaction xid8 default pg_current_xact_id(),
        statement timestamptz default statement_timestamp(),
        relation text not null,
        id text not null);
      create function lock_taken(relation text, id text) returns boolean
        language plpgsql volatile security definer set search_path = public as
      $$ begin
        insert into locks_taken (relation, id) values (lock_taken.relation, lock_taken.id);
        return true;
      end $$;
      do $$ declare t record; begin
        for t in
          select c.relname as name, c.relrowsecurity as secured,
            string_agg(format('%I::text', a.attname), $x$ || '/' || $x$ order by a.attnum) as key
          from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
            join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
          where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
            and not c.relispartition and c.relname <> 'flyway_schema_history'
          group by c.oid, c.relname, c.relrowsecurity
        loop
          if not t.secured then
            execute format('alter table %I enable row level security', t.name);
            execute format('create policy recorder_open on %I using (true)', t.name);
          end if;
          execute format('create policy recorder_update on %I as restrictive for update'
            || ' using (lock_taken(%L, %s))', t.name, t.name, t.key);
          execute format('create policy recorder_delete on %I as restrictive for delete'
            || ' using (lock_taken(%L, %s))', t.name, t.name, t.key);
        end loop;
      end $$;
      """;

  private static final String TAKEN =
      "select transaction::text, statement::text, relation, id from locks_taken order by n";

  private static final Pattern PLACE = Pattern.compile("^\\d+\\. .*", Pattern.MULTILINE);
  private static final Pattern TABLE = Pattern.compile("`(\\w+)`");

  private record Lock(String statement, String table, String id) {}

  private final Database database;

  private LockRecorder(Database database) {
    this.database = database;
  }

  static LockRecorder on(Database database) throws SQLException {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(RECORDER);
    }
    return new LockRecorder(database);
  }

  /** The places of the tables, as decision 57 has them. */
  static Map<String, Integer> order() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("gogomarket.home"), "docs/decisions")
                .resolve("0057-locks-are-taken-in-one-order.md"));
    Map<String, Integer> order = new HashMap<>();
    Matcher place = PLACE.matcher(page);
    for (int n = 1; place.find(); n++) {
      int number = n;
      TABLE.matcher(place.group()).results().forEach(found -> order.put(found.group(1), number));
    }
    return order;
  }

  Set<String> tablesSeen() throws SQLException {
    return transactions().values().stream()
        .flatMap(List::stream)
        .map(Lock::table)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What was locked out of order, in a sentence each, without repetitions. */
  Set<String> outOfOrder(Map<String, Integer> order) throws SQLException {
    Set<String> wrong = new TreeSet<>();
    transactions().values().forEach(locks -> check(locks, order, wrong));
    return wrong;
  }

  private static void check(List<Lock> locks, Map<String, Integer> order, Set<String> wrong) {
    Set<String> held = new HashSet<>();
    Map<String, Lock> last = new HashMap<>();
    Lock furthest = null;
    for (Lock lock : locks) {
      if (!held.add(lock.table() + " " + lock.id())) {
        continue;
      }
      Integer place = order.get(lock.table());
      if (place == null) {
        wrong.add(lock.table() + " has no place");
        continue;
      }
      if (furthest != null && order.get(furthest.table()) > place) {
        wrong.add(lock.table() + " after " + furthest.table());
      } else {
        furthest = lock;
      }
      Lock before = last.put(lock.table(), lock);
      if (before != null && !before.statement().equals(lock.statement()) && less(lock, before)) {
        wrong.add(lock.table() + " not by id");
      }
    }
  }

  private static boolean less(Lock lock, Lock before) {
    return lock.id().matches("\\d+")
        && before.id().matches("\\d+")
        && Long.parseLong(lock.id()) < Long.parseLong(before.id());
  }

  private Map<String, List<Lock>> transactions() throws SQLException {
    Map<String, List<Lock>> transactions = new LinkedHashMap<>();
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TAKEN)) {
      while (rows.next()) {
        transactions
            .computeIfAbsent(rows.getString(1), any -> new ArrayList<>())
            .add(new Lock(rows.getString(2), rows.getString(3), rows.getString(4)));
      }
    }
    return transactions;
  }
}
