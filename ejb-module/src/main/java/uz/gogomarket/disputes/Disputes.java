package uz.gogomarket.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** The statements that change disputes. */
@ApplicationScoped
class Disputes {

  private static final String CASE =
      """
      select d.*, o.order_number, o.buyer_id, o.seller_id, o.courier_id, o.refunded_amount,
        case when o.payment_status in ('pending', 'failed') then 0 else o.total_amount end as paid
      from disputes d join orders o on o.id = d.order_id where d.id = ?
      """;

  private static final String EARLIER =
      """
      select coalesce(bool_or(status <> 'closed'), false) as open,
        (array_agg(decision order by id desc)
           filter (where status = 'closed' and withdrawn_at is null))[1] as decided,
        count(*) filter (where withdrawn_at is not null and opened_by = ?) as withdrawn
      from disputes where order_id = ?
      """;

  @Inject Sql sql;
  @Inject Json json;

  long nextId() {
    return sql.one(
        "select nextval(pg_get_serial_sequence('disputes', 'id')) as id",
        row -> row.longValue("id"));
  }

  void insert(
      long id,
      long orderId,
      long openedBy,
      DisputeType type,
      String reason,
      Instant answerDueAt,
      String workflow) {
    sql.update(
        "insert into disputes (id, order_id, opened_by, type, reason, answer_due_at,"
            + " process_instance_id) values (?, ?, ?, ?, ?, ?, ?)",
        id,
        orderId,
        openedBy,
        type,
        reason,
        answerDueAt,
        workflow);
  }

  /** The disputes that the order has had so far. */
  EarlierDisputes earlier(long orderId, long openerId) {
    return sql.one(
        EARLIER,
        row ->
            new EarlierDisputes(
                row.bool("open"),
                row.enumOrNull("decided", DisputeDecision.class),
                row.intValue("withdrawn")),
        openerId,
        orderId);
  }

  /** The dispute, if the acting one may see it. */
  DisputeCase find(long id) {
    return sql.first(CASE, Disputes::disputeCase, id)
        .orElseThrow(() -> new NotFound("dispute", id));
  }

  /** Locks the dispute until the transaction ends. The order is locked before. */
  DisputeCase lock(long id) {
    return sql.first(CASE + " for no key update of d", Disputes::disputeCase, id)
        .orElseThrow(() -> new NotFound("dispute", id));
  }

  long addMessage(long id, long userId, String content, @Nullable List<String> attachments) {
    return sql.one(
        "insert into dispute_messages (dispute_id, user_id, content, attachments)"
            + " values (?, ?, ?, ?::jsonb) returning id",
        row -> row.longValue("id"),
        id,
        userId,
        content,
        json.write(attachments == null ? List.of() : attachments));
  }

  /** Why it was appealed against; empty where it was not. */
  String appealReason(long id) {
    return sql.one(
        "select coalesce(appeal_reason, '') as reason from disputes where id = ?",
        row -> row.string("reason"),
        id);
  }

  void answered(long id, Instant at) {
    sql.update("update disputes set answered_at = ?, version = version + 1 where id = ?", at, id);
  }

  void move(long id, DisputeStatus status) {
    sql.update("update disputes set status = ?, version = version + 1 where id = ?", status, id);
  }

  void decided(
      DisputeCase dispute,
      Verdict verdict,
      @Nullable Long refundId,
      long decider,
      Instant at,
      Instant appealDueAt) {
    sql.update(
        "update disputes set status = 'resolved', decision = ?, refund_amount = ?, refund_id = ?,"
            + " resolution = ?, resolved_by = ?, resolved_at = ?, appeal_due_at = ?,"
            + " version = version + 1 where id = ?",
        verdict.decision(),
        verdict.refund().isZero() ? null : verdict.refund(),
        refundId,
        verdict.resolution(),
        decider,
        at,
        appealDueAt,
        dispute.id());
  }

  void appealed(long id, long userId, String reason, Instant at) {
    sql.update(
        "update disputes set status = 'in_progress', appealed_by = ?, appealed_at = ?,"
            + " appeal_reason = ?, first_decision = decision, first_refund_amount = refund_amount,"
            + " first_resolution = resolution, first_resolved_by = resolved_by,"
            + " version = version + 1 where id = ?",
        userId,
        at,
        reason,
        id);
  }

  void decidedForGood(
      DisputeCase dispute, Verdict verdict, @Nullable Long refundId, long decider, Instant at) {
    sql.update(
        "update disputes set status = 'closed', decision = ?, refund_amount = ?, refund_id = ?,"
            + " resolution = ?, resolved_by = ?, resolved_at = ?, closed_at = ?,"
            + " version = version + 1 where id = ?",
        verdict.decision(),
        verdict.refund().isZero() ? null : verdict.refund(),
        refundId,
        verdict.resolution(),
        decider,
        at,
        at,
        dispute.id());
  }

  void closed(long id, Instant at) {
    sql.update(
        "update disputes set status = 'closed', closed_at = ?, version = version + 1 where id = ?",
        at,
        id);
  }

  void withdrawn(long id, Instant at) {
    sql.update(
        "update disputes set status = 'closed', withdrawn_at = ?, closed_at = ?,"
            + " version = version + 1 where id = ?",
        at,
        at,
        id);
  }

  private static DisputeCase disputeCase(Row row) throws SQLException {
    return new DisputeCase(
        row.longValue("id"),
        row.longValue("order_id"),
        row.string("order_number"),
        row.longOrNull("buyer_id"),
        row.longValue("seller_id"),
        row.longOrNull("courier_id"),
        row.money("paid"),
        row.money("refunded_amount"),
        row.longValue("opened_by"),
        row.enumValue("type", DisputeType.class),
        row.string("reason"),
        row.enumValue("status", DisputeStatus.class),
        row.enumOrNull("decision", DisputeDecision.class),
        row.moneyOrNull("refund_amount"),
        row.longOrNull("refund_id"),
        row.longOrNull("resolved_by"),
        row.instantOrNull("appeal_due_at"),
        row.instantOrNull("appealed_at"),
        row.longOrNull("first_resolved_by"));
  }
}
