package uz.gogomarket.systemtests;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the marketplace's tables hold, in so few numbers that it can be compared: how many rows a
 * table has and the sum of the transactions that wrote them, which every insert, update and delete
 * changes.
 */
record Tables(String writer, Map<String, String> states) {

  /**
   * Left out: the engine's own tables; what is written about refused requests; and what the
   * marketplace notes by itself from time to time (uses, views, what it sent and proved).
   */
  private static final String BUSINESS =
      """
      select quote_ident(relname) from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace
        and relname !~ '^(act_|audit_logs|flyway_)'
        and relname not in ('outbox', 'ledger_proofs')
      order by relname
      """;

  private static final String STATE =
      "select '%1$s=' || count(*) || '/' || coalesce(sum(age(xmin)) - count(*) * age('3'::xid), 0)"
          + " from %1$s";

  /** Grows with every transaction that writes. */
  private static final String WRITER = "select pg_snapshot_xmax(pg_current_snapshot())";

  private static String query = "";

  static Tables now() {
    String writer = Rows.value(WRITER);
    Map<String, String> states = new TreeMap<>();
    for (String state : Rows.values(query())) {
      String[] pair = state.split("=", 2);
      states.put(pair[0], pair[1]);
    }
    return new Tables(writer, Collections.unmodifiableMap(states));
  }

  /** The same tables later. */
  Tables later() {
    return Rows.value(WRITER).equals(writer) ? this : now();
  }

  /** The names of those that have changed since. */
  List<String> changedSince(Tables before) {
    return states.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(before.states().get(entry.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static synchronized String query() {
    if (query.isEmpty()) {
      query =
          Rows.values(BUSINESS).stream()
              .map(STATE::formatted)
              .collect(Collectors.joining(" union all "));
    }
    return query;
  }
}
