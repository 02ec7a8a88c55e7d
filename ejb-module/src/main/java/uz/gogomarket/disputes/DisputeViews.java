package uz.gogomarket.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** Disputes as they are looked at. */
@ApplicationScoped
class DisputeViews {

  private static final int FIRST_OF_A_SIDE = 10;
  private static final int NEWEST_OF_A_SIDE = 50;

  /** The messages of a dispute, each with its place among those of its side. */
  private static final String SAID =
      """
      with said as (
        select *, row_number() over (partition by side order by id) as nth,
          count(*) over (partition by side) as of_side
        from (
          select m.id, m.content, m.attachments, m.created_at,
            case when m.user_id = o.buyer_id then 'buyer'
                 when m.user_id = o.seller_id then 'seller' else 'admin' end as side
          from dispute_messages m join disputes d on d.id = m.dispute_id
            join orders o on o.id = d.order_id
          where m.dispute_id = ?) of_dispute)
      """;

  private static final String SHOWN = "(nth <= ? or nth > of_side - ?)";

  private static final String DISPUTES =
      """
      select d.*, o.order_number, o.total_amount,
        case when d.opened_by = o.seller_id then 'seller' else 'buyer' end as opened_by_side,
        case when d.appealed_by = o.seller_id then 'seller'
             when d.appealed_by is not null then 'buyer' end as appealed_by_side
      from disputes d join orders o on o.id = d.order_id
      """;

  @Inject Sql sql;

  /** Those of a buyer or seller, newest first. */
  Page<DisputeSummary> of(long userId, @Nullable DisputeStatus status, PageRequest page) {
    return page(mine(userId), status, page);
  }

  /** All, newest first. */
  Page<DisputeSummary> all(@Nullable DisputeStatus status, PageRequest page) {
    return page(Query.of(DISPUTES), status, page);
  }

  /** One of a buyer or seller. */
  Optional<DisputeDetail> of(long userId, long id) {
    return detail(mine(userId), id);
  }

  /** Any. */
  Optional<DisputeDetail> any(long id) {
    return detail(Query.of(DISPUTES), id);
  }

  /**
   * What was said, oldest first; of a long talk the beginning and the end of what each side has
   * said, so that nobody can push out the words of another.
   */
  List<DisputeMessage> messages(long id) {
    return sql.list(
        SAID + " select * from said where " + SHOWN + " order by id",
        DisputeViews::message,
        id,
        FIRST_OF_A_SIDE,
        NEWEST_OF_A_SIDE);
  }

  /** How many messages of each side {@link #messages(long)} leaves out, where there are any. */
  Map<String, Integer> leftOut(long id) {
    return sql
        .list(
            SAID
                + " select side, count(*) as messages from said where not "
                + SHOWN
                + " group by side",
            row -> Map.entry(row.string("side"), row.intValue("messages")),
            id,
            FIRST_OF_A_SIDE,
            NEWEST_OF_A_SIDE)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** All that was said, oldest first. */
  Page<DisputeMessage> messages(long id, PageRequest request) {
    return Page.of(
        sql.list(
            SAID + " select * from said where id > ? order by id limit ?",
            DisputeViews::message,
            id,
            request.afterId(0),
            request.fetchSize()),
        request,
        message -> Cursor.of(message.id()));
  }

  private static DisputeMessage message(Row row) throws SQLException {
    return new DisputeMessage(
        row.longValue("id"),
        row.string("side"),
        row.string("content"),
        Arrays.asList(row.json("attachments", String[].class)),
        row.instant("created_at"));
  }

  private static Query mine(long userId) {
    return Query.of(DISPUTES).where("o.buyer_id = ? or o.seller_id = ?", userId, userId);
  }

  private Page<DisputeSummary> page(
      Query scope, @Nullable DisputeStatus status, PageRequest request) {
    Query query = scope.whereGiven("d.status = ?", status).newestFirst("d.id", request);
    return Page.of(
        sql.list(query, DisputeViews::summary), request, dispute -> Cursor.of(dispute.id()));
  }

  private Optional<DisputeDetail> detail(Query scope, long id) {
    List<DisputeMessage> messages = messages(id);
    return sql.first(scope.where("d.id = ?", id), row -> detail(row, messages));
  }

  private static DisputeDetail detail(Row row, List<DisputeMessage> messages) throws SQLException {
    return new DisputeDetail(
        summary(row),
        row.money("total_amount"),
        row.string("reason"),
        row.instantOrNull("answered_at"),
        row.stringOrNull("resolution"),
        row.instantOrNull("resolved_at"),
        row.enumOrNull("first_decision", DisputeDecision.class),
        row.moneyOrNull("first_refund_amount"),
        row.stringOrNull("first_resolution"),
        row.stringOrNull("appealed_by_side"),
        row.instantOrNull("appealed_at"),
        row.stringOrNull("appeal_reason"),
        row.instantOrNull("withdrawn_at"),
        row.instantOrNull("closed_at"),
        messages);
  }

  private static DisputeSummary summary(Row row) throws SQLException {
    DisputeStatus status = row.enumValue("status", DisputeStatus.class);
    return new DisputeSummary(
        row.longValue("id"),
        row.string("order_number"),
        row.enumValue("type", DisputeType.class),
        status,
        DisputeStage.of(status, row.instantOrNull("appealed_at") != null),
        row.string("opened_by_side"),
        row.instant("answer_due_at"),
        row.enumOrNull("decision", DisputeDecision.class),
        row.moneyOrNull("refund_amount"),
        row.instantOrNull("appeal_due_at"),
        row.instant("created_at"));
  }
}
