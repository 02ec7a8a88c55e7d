package uz.gogomarket.containertests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.platform.Sql;

/** All rows that speak of an order and its dispute: ours and the engine's. */
@ApplicationScoped
public class Footprint {

  private static final String ENGINE =
      "(select proc_inst_id_ from engine.act_ru_variable v"
          + " where v.name_ = 'orderNumber' and v.text_ = o.order_number"
          + " union select proc_inst_id_ from engine.act_hi_varinst v"
          + " where v.name_ = 'orderNumber' and v.text_ = o.order_number)";

  private static final String DISPUTES = "(select id from disputes where order_id = o.id)";
  private static final String ENTRIES = "(select entry_id from postings where order_id = o.id)";
  private static final String PEOPLE = "(o.buyer_id, o.seller_id, o.courier_id)";

  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("orders", "t.id = o.id");
    TABLES.put("order_status_history", "t.order_id = o.id");
    TABLES.put("disputes", "t.order_id = o.id");
    TABLES.put("dispute_messages", "t.dispute_id in " + DISPUTES);
    TABLES.put("payments", "t.checkout_id = o.checkout_id");
    TABLES.put("refunds", "t.order_id = o.id");
    TABLES.put("commissions", "t.order_id = o.id");
    TABLES.put("journal_entries", "t.id in " + ENTRIES);
    TABLES.put("postings", "t.entry_id in " + ENTRIES);
    TABLES.put("wallets", "t.user_id in " + PEOPLE);
    TABLES.put(
        "wallet_transactions",
        "t.wallet_id in (select w.id from wallets w where w.user_id in " + PEOPLE + ")");
    TABLES.put(
        "audit_logs",
        "(t.entity_type, t.entity_id) in (select 'dispute', d from "
            + DISPUTES
            + " x(d) union all select 'order', o.id)");
    TABLES.put(
        "outbox",
        "(t.aggregate_type, t.aggregate_id) in (select 'dispute', d from "
            + DISPUTES
            + " x(d) union all select 'order', o.id)");
    for (String table :
        new String[] {
          "act_ru_execution",
          "act_ru_task",
          "act_ru_variable",
          "act_hi_procinst",
          "act_hi_actinst",
          "act_hi_taskinst",
          "act_hi_varinst",
          "act_hi_detail",
          "act_hi_comment",
          "act_hi_op_log"
        }) {
      TABLES.put("engine." + table, "t.proc_inst_id_ in " + ENGINE);
    }
    TABLES.put("engine.act_ru_event_subscr", "t.proc_inst_id_ in " + ENGINE);
    TABLES.put(
        "engine.act_ru_identitylink",
        "t.task_id_ in (select r.id_ from engine.act_ru_task r where r.proc_inst_id_ in "
            + ENGINE
            + ")");
    TABLES.put(
        "engine.act_hi_identitylink",
        "t.task_id_ in (select h.id_ from"
            + " engine.act_hi_taskinst h where h.proc_inst_id_ in "
            + ENGINE
            + ")");
  }

  @Inject Trade trade;
  @Inject ManagedThreads threads;
  @Inject Sql sql;

  /**
   * The rows by table, as text that can be compared. Left out is what the engine itself counts
   * about a step that failed: the tries of a job, and that its execution has an incident.
   */
  public Map<String, String> of(OrderFacts order) {
    return threads.inTransaction(
        () ->
            trade.asSystem(
                () -> {
                  Map<String, String> rows = new LinkedHashMap<>();
                  TABLES.forEach((table, which) -> rows.put(table, rows(table, which, order)));
                  rows.put(
                      "engine.act_ru_job",
                      rows("engine.act_ru_job", "t.process_instance_id_ in " + ENGINE, order));
                  return rows;
                }));
  }

  private String rows(String table, String which, OrderFacts order) {
    String row =
        switch (table) {
          case "engine.act_ru_execution" -> "to_jsonb(t) - 'rev_' - 'cached_ent_state_'";
          case "engine.act_ru_job" -> "to_jsonb(t.handler_cfg_)";
          default -> "to_jsonb(t)";
        };
    return sql.one(
        "select coalesce(string_agg(r::text, chr(10) order by r::text), '') as rows"
            + " from (select "
            + row
            + " as r from orders o, "
            + table
            + " t where o.id = ? and "
            + which
            + ") x",
        found -> found.string("rows"),
        order.id());
  }
}
