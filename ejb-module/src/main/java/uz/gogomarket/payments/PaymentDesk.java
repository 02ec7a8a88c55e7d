package uz.gogomarket.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.AllowAnyone;
import uz.gogomarket.platform.Audit;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Cursor;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Page;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Query;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;

/** Payments and refunds as buyers and accounting see them. */
@Stateless
@Allow(Permissions.ACCOUNTING_READ)
public class PaymentDesk {

  private static final String COLUMNS =
      """
      select p.id, c.checkout_number, c.buyer_id, p.provider, c.payment_method, p.amount,
        p.collected_amount, p.waived_amount, p.refunded_amount, p.status, p.paid_at, p.created_at
      from payments p join checkouts c on c.id = p.checkout_id
      """;

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Audit audit;
  @Inject PaymentTable payments;
  @Inject RefundTable refunds;
  @Inject Refunding refunding;

  /**
   * A payment of whoever asks, account or guest, with its refunds.
   *
   * @throws NotFound also where it is somebody else's
   */
  @AllowAnyone
  public PaymentView mine(long id) {
    Actor buyer = actors.buyer();
    PaymentSummary payment =
        sql.first(own(buyer).where("p.id = ?", id), PaymentDesk::summary)
            .orElseThrow(() -> new NotFound("payment", id));
    return view(payment, refunds.ofPayments(List.of(id)));
  }

  /**
   * The payments of whoever asks, account or guest, newest first.
   *
   * @param checkoutNumber only those of one checkout
   */
  @AllowAnyone
  public Page<PaymentView> mine(@Nullable String checkoutNumber, PageRequest request) {
    Actor buyer = actors.buyer();
    List<PaymentSummary> rows =
        sql.list(
            own(buyer)
                .whereGiven("c.checkout_number = ?", checkoutNumber)
                .newestFirst("p.id", request),
            PaymentDesk::summary);
    List<RefundView> made = refunds.ofPayments(rows.stream().map(PaymentSummary::id).toList());
    return Page.of(
        rows.stream().map(payment -> view(payment, made)).toList(),
        request,
        payment -> Cursor.of(payment.id()));
  }

  /** All payments, newest first. */
  @Elevated
  public Page<PaymentSummary> list(@Nullable PaymentStatus status, PageRequest request) {
    List<PaymentSummary> rows =
        sql.list(
            Query.of(COLUMNS).whereGiven("p.status = ?", status).newestFirst("p.id", request),
            PaymentDesk::summary);
    return Page.of(rows, request, payment -> Cursor.of(payment.id()));
  }

  /** All refunds, newest first. */
  public Page<RefundView> refunds(
      @Nullable RefundStatus status, @Nullable RefundMethod method, PageRequest request) {
    List<RefundView> rows = refunds.list(status, method, request);
    return Page.of(rows, request, refund -> Cursor.of(refund.id()));
  }

  /**
   * Books a bank transfer that accounting has made for a pending refund.
   *
   * @throws Conflict {@code refund_not_pending}; {@code refund_already_recorded} where the
   *     reference was booked before; {@code refund_to_wallet} where the buyer's wallet is credited
   *     as soon as the courier hands the cash in; {@code money_not_held} where the cash is still
   *     with the courier; {@code own_money}
   */
  @Allow(Permissions.ACCOUNTING_RECORD)
  @FreshSession
  @Elevated
  public RefundView complete(long id, CompleteRefund completion) {
    RefundView before = transfer(id, completion.reference().strip());
    RefundView after = refunds.find(id).orElseThrow(() -> new NotFound("refund", id));
    audit.record("refund.completed", "refund", id, before, after);
    return after;
  }

  /** The order is locked before its payment and that before its refund, as everywhere. */
  private RefundView transfer(long id, String reference) {
    RefundView found = refunds.find(id).orElseThrow(() -> new NotFound("refund", id));
    actors.requireUninvolved(refunds.lockOrder(found.orderId()));
    Long payment = found.paymentId();
    if (payment != null) {
      payments.lockById(payment);
    }
    RefundView refund = refunds.lock(id).orElseThrow(() -> new NotFound("refund", id));
    if (refund.status() != RefundStatus.PENDING) {
      throw new Conflict("refund_not_pending", "The refund has been completed.");
    }
    if (refund.method() != RefundMethod.BANK_TRANSFER) {
      throw new Conflict(
          "refund_to_wallet", "The buyer's wallet is credited when the cash is handed in.");
    }
    refunding.transferred(refund, reference);
    return refund;
  }

  private static Query own(Actor buyer) {
    return Query.of(COLUMNS)
        .where("c.buyer_id = ? or c.guest_session_id = ?", buyer.userId(), buyer.guestId());
  }

  private static PaymentView view(PaymentSummary payment, List<RefundView> refunds) {
    return new PaymentView(
        payment.id(),
        payment.checkoutNumber(),
        payment.method(),
        payment.amount(),
        payment.collected(),
        payment.refunded(),
        payment.status(),
        payment.paidAt(),
        payment.createdAt(),
        refunds.stream()
            .filter(refund -> Long.valueOf(payment.id()).equals(refund.paymentId()))
            .map(PaymentView.Refund::of)
            .toList());
  }

  private static PaymentSummary summary(Row row) throws SQLException {
    return new PaymentSummary(
        row.longValue("id"),
        row.string("checkout_number"),
        row.longOrNull("buyer_id"),
        row.string("provider"),
        row.enumValue("payment_method", PaymentMethod.class),
        row.money("amount"),
        row.money("collected_amount"),
        row.money("waived_amount"),
        row.money("refunded_amount"),
        row.enumValue("status", PaymentStatus.class),
        row.instantOrNull("paid_at"),
        row.instant("created_at"));
  }
}
