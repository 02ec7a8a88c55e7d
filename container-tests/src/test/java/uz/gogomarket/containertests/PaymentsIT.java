package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uz.gogomarket.payments.CompleteRefund;
import uz.gogomarket.payments.CourierCash;
import uz.gogomarket.payments.PayCheckout;
import uz.gogomarket.payments.PaymentDesk;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentResult;
import uz.gogomarket.payments.PaymentService;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.payments.PaymentView;
import uz.gogomarket.payments.RefundOrder;
import uz.gogomarket.payments.RefundResult;
import uz.gogomarket.payments.RefundStatus;
import uz.gogomarket.payments.TakenBack;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.wallets.AccountKind;
import uz.gogomarket.wallets.DepositSource;
import uz.gogomarket.wallets.Ledger;
import uz.gogomarket.wallets.LedgerProofs;
import uz.gogomarket.wallets.Leg;
import uz.gogomarket.wallets.MoneyNotHeld;
import uz.gogomarket.wallets.RecordDeposit;
import uz.gogomarket.wallets.TransactionType;
import uz.gogomarket.wallets.WalletService;

@ContainerTest
class PaymentsIT {

  private static final Money PRICE = Money.ofSum(1_000);

  @Inject Accounts accounts;
  @Inject Actors actors;
  @Inject Sql sql;
  @Inject Ledger ledger;
  @Inject LedgerProofs proofs;
  @Inject WalletService wallets;
  @Inject PaymentService payments;
  @Inject PaymentDesk desk;
  @Resource ManagedThreadFactory threads;
  @Resource UserTransaction transaction;

  @Test
  void paying_from_the_wallet_puts_the_price_into_the_orders_escrow() {
    Purchase purchase = new Purchase(true);
    deposit(purchase.buyer, PRICE);

    PaymentResult result = purchase.pay(PaymentMethod.GOGOMONEY);

    assertThat(result.status()).isEqualTo(PaymentStatus.PAID);
    assertThat(balance(purchase.buyer)).isEqualTo(Money.ZERO);
    assertThat(escrow(purchase)).isEqualTo(PRICE);
    assertThat(asUser(purchase.buyer, () -> desk.mine(result.paymentId())).collected())
        .isEqualTo(PRICE);
    long stranger = accounts.newUser();
    assertThatThrownBy(() -> asUser(stranger, () -> desk.mine(result.paymentId())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void a_checkout_is_paid_once_however_many_try_at_the_same_time() throws Exception {
    Purchase purchase = new Purchase(true);
    deposit(purchase.buyer, PRICE.times(10));

    ExecutorService pool = Executors.newFixedThreadPool(16, threads);
    List<Future<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      tries.add(
          pool.submit(
              () -> {
                try {
                  purchase.pay(PaymentMethod.GOGOMONEY);
                  return true;
                } catch (Conflict e) {
                  return false;
                }
              }));
    }
    int paid = 0;
    for (Future<Boolean> each : tries) {
      paid += each.get(60, TimeUnit.SECONDS) ? 1 : 0;
    }
    pool.shutdownNow();

    assertThat(paid).isEqualTo(1);
    assertThat(balance(purchase.buyer)).isEqualTo(PRICE.times(9));
    assertThat(escrow(purchase)).isEqualTo(PRICE);
  }

  @Test
  void what_is_held_goes_back_to_the_buyers_wallet_and_never_more_than_that() {
    Purchase purchase = new Purchase(true);
    deposit(purchase.buyer, PRICE);
    PaymentResult paid = purchase.pay(PaymentMethod.GOGOMONEY);

    RefundResult first = purchase.refund(Money.ofSum(300));

    assertThat(first.outcome()).isEqualTo(RefundResult.Outcome.COMPLETED);
    assertThat(balance(purchase.buyer)).isEqualTo(Money.ofSum(300));
    assertThat(status(purchase, paid)).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThatThrownBy(() -> purchase.refund(Money.of("700.01"))).isInstanceOf(MoneyNotHeld.class);
    purchase.refund(Money.ofSum(700));
    assertThat(status(purchase, paid)).isEqualTo(PaymentStatus.REFUNDED);
    assertThatThrownBy(() -> purchase.refund(Money.of("0.01"))).isInstanceOf(MoneyNotHeld.class);
    assertThat(escrow(purchase)).isEqualTo(Money.ZERO);
    assertBooksBalance();
  }

  @Test
  void refunds_that_come_at_the_same_time_give_back_no_more_than_was_paid() throws Exception {
    Purchase purchase = new Purchase(true);
    deposit(purchase.buyer, PRICE);
    purchase.pay(PaymentMethod.GOGOMONEY);

    ExecutorService pool = Executors.newFixedThreadPool(16, threads);
    List<Future<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      tries.add(
          pool.submit(
              () -> {
                try {
                  purchase.refund(Money.ofSum(150));
                  return true;
                } catch (MoneyNotHeld e) {
                  return false;
                }
              }));
    }
    int refunded = 0;
    for (Future<Boolean> each : tries) {
      refunded += each.get(60, TimeUnit.SECONDS) ? 1 : 0;
    }
    pool.shutdownNow();

    assertThat(refunded).isEqualTo(6);
    assertThat(balance(purchase.buyer)).isEqualTo(Money.ofSum(900));
    assertThat(escrow(purchase)).isEqualTo(Money.ofSum(100));
    assertBooksBalance();
  }

  @Test
  void cash_counts_when_it_is_handed_in_and_only_once() {
    Purchase purchase = new Purchase(true);
    long courier = accounts.newUser("courier");
    PaymentResult paid = purchase.pay(PaymentMethod.CASH);
    assertThat(paid.status()).isEqualTo(PaymentStatus.PENDING);
    CourierCash cash = new CourierCash(purchase.order, purchase.checkout, courier, PRICE);
    assertThatThrownBy(() -> asSystem(() -> payments.cashHandedIn(List.of(cash))))
        .isInstanceOf(MoneyNotHeld.class);

    asSystem(() -> payments.cashTaken(cash));
    assertThatThrownBy(() -> asSystem(() -> payments.cashTaken(cash)))
        .hasFieldOrPropertyWithValue("code", "cash_already_taken");
    assertThat(escrow(purchase)).isEqualTo(Money.ZERO);
    assertThat(status(purchase, paid)).isEqualTo(PaymentStatus.PENDING);

    asSystem(() -> payments.cashHandedIn(List.of(cash)));
    assertThat(escrow(purchase)).isEqualTo(PRICE);
    assertThat(status(purchase, paid)).isEqualTo(PaymentStatus.PAID);
    assertThatThrownBy(() -> asSystem(() -> payments.cashHandedIn(List.of(cash))))
        .isInstanceOf(MoneyNotHeld.class);
    assertBooksBalance();
  }

  @Test
  void couriers_who_hand_in_orders_of_the_same_checkouts_do_not_wait_in_a_circle()
      throws Exception {
    List<List<CourierCash>> handIns = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Purchase first = new Purchase(true);
      Purchase second = new Purchase(true);
      List<CourierCash> ofFirst = first.twoOrdersAtTheDoor();
      List<CourierCash> ofSecond = second.twoOrdersAtTheDoor();
      handIns.add(List.of(ofFirst.get(0), ofSecond.get(0)));
      handIns.add(List.of(ofSecond.get(1), ofFirst.get(1)));
    }

    ExecutorService pool = Executors.newFixedThreadPool(handIns.size(), threads);
    List<Future<?>> running = new ArrayList<>();
    for (List<CourierCash> handIn : handIns) {
      running.add(pool.submit(() -> asSystem(() -> payments.cashHandedIn(handIn))));
    }
    for (Future<?> each : running) {
      each.get(60, TimeUnit.SECONDS);
    }
    pool.shutdownNow();

    assertBooksBalance();
  }

  @Test
  void a_refund_of_cash_that_the_courier_still_carries_waits_for_the_hand_in() {
    Purchase purchase = new Purchase(true);
    long courier = accounts.newUser("courier");
    purchase.pay(PaymentMethod.CASH);
    CourierCash cash = new CourierCash(purchase.order, purchase.checkout, courier, PRICE);
    asSystem(() -> payments.cashTaken(cash));

    assertThat(purchase.refund(PRICE).outcome()).isEqualTo(RefundResult.Outcome.PENDING);
    assertThat(balance(purchase.buyer)).isEqualTo(Money.ZERO);
    assertThatThrownBy(() -> purchase.refund(Money.of("0.01"))).isInstanceOf(MoneyNotHeld.class);

    asSystem(() -> payments.cashHandedIn(List.of(cash)));
    assertThat(balance(purchase.buyer)).isEqualTo(PRICE);
    assertThat(escrow(purchase)).isEqualTo(Money.ZERO);
    assertBooksBalance();
  }

  @Test
  void an_order_that_was_cancelled_before_cash_was_taken_is_not_waited_for() {
    Purchase purchase = new Purchase(true);
    PaymentResult paid = purchase.pay(PaymentMethod.CASH);

    assertThat(purchase.refund(PRICE).outcome()).isEqualTo(RefundResult.Outcome.NOTHING_PAID);
    assertThat(status(purchase, paid)).isEqualTo(PaymentStatus.FAILED);
    assertThat(balance(purchase.buyer)).isEqualTo(Money.ZERO);
  }

  @Test
  void a_guest_is_refunded_by_a_bank_transfer_that_accounting_books_once() {
    Purchase purchase = new Purchase(false);
    long courier = accounts.newUser("courier");
    long accountant = accounts.newUser();
    purchase.pay(PaymentMethod.CASH);
    CourierCash cash = new CourierCash(purchase.order, purchase.checkout, courier, PRICE);
    asSystem(() -> payments.cashTaken(cash));
    RefundResult refund = purchase.refund(PRICE);
    assertThat(refund.outcome()).isEqualTo(RefundResult.Outcome.PENDING);
    long id = refund.refundId();
    CompleteRefund transfer = new CompleteRefund("TR-" + id);

    assertThatThrownBy(() -> asSystem(() -> desk.complete(id, transfer)))
        .isInstanceOf(MoneyNotHeld.class);
    asSystem(() -> payments.cashHandedIn(List.of(cash)));
    assertThat(escrow(purchase)).isEqualTo(PRICE);

    assertThat(asSystem(() -> desk.complete(id, transfer)).status())
        .isEqualTo(RefundStatus.COMPLETED);
    assertThat(escrow(purchase)).isEqualTo(Money.ZERO);
    assertThatThrownBy(() -> asSystem(() -> desk.complete(id, transfer)))
        .hasFieldOrPropertyWithValue("code", "refund_not_pending");
    assertThatThrownBy(() -> asUser(accountant, () -> desk.complete(id, transfer)))
        .hasFieldOrPropertyWithValue("code", "access_denied");
    assertBooksBalance();
  }

  @Test
  void a_refund_that_is_taken_back_is_still_known_to_have_been_made() {
    Purchase purchase = new Purchase(true);
    deposit(purchase.buyer, PRICE);
    PaymentResult paid = purchase.pay(PaymentMethod.GOGOMONEY);
    long refund = purchase.refund(PRICE).refundId();

    asSystem(
        () ->
            payments.undoRefund(
                purchase.checkout, refund, Set.of(purchase.buyer), "the appeal was right"));

    PaymentView.Refund undone =
        asUser(purchase.buyer, () -> desk.mine(paid.paymentId())).refunds().get(0);
    assertThat(undone.status()).isEqualTo(RefundStatus.REVERSED);
    assertThat(undone.completedAt()).isNotNull();
    assertThat(escrow(purchase)).isEqualTo(PRICE);
    assertBooksBalance();
  }

  @Test
  void a_refund_after_the_release_takes_back_each_share_and_what_is_gone_is_owed() {
    Purchase purchase = new Purchase(true);
    deposit(purchase.buyer, PRICE);
    purchase.pay(PaymentMethod.GOGOMONEY);
    purchase.settle();
    assertThat(balance(purchase.seller)).isEqualTo(Money.ofSum(800));
    spendAll(purchase.seller, Money.ofSum(700));

    purchase.refund(Money.ofSum(500));

    // Half of 120 tax and of 80 commission go back; the seller answers for the other 400.
    assertThat(balance(purchase.buyer)).isEqualTo(Money.ofSum(500));
    assertThat(balance(purchase.seller)).isEqualTo(Money.ZERO);
    assertThat(owed(purchase.seller)).isEqualTo(Money.ofSum(300));
    assertThat(shares(purchase)).isEqualTo(List.of(Money.ofSum(40), Money.ofSum(60)));

    purchase.refund(Money.ofSum(500));
    assertThat(shares(purchase)).isEqualTo(List.of(Money.ZERO, Money.ZERO));
    assertThat(owed(purchase.seller)).isEqualTo(Money.ofSum(700));
    assertThatThrownBy(() -> purchase.refund(Money.of("0.01"))).isInstanceOf(MoneyNotHeld.class);
    assertBooksBalance();
  }

  @Test
  void a_line_of_the_bank_statement_is_booked_once_whatever_for() {
    Purchase purchase = new Purchase(true);
    Purchase another = new Purchase(true);
    String line = "L-" + purchase.order;
    RecordDeposit deposit = new RecordDeposit(PRICE, DepositSource.BANK, line, null);
    purchase.payBy(line);

    assertThatThrownBy(() -> asSystem(() -> wallets.recordDeposit(another.buyer, deposit)))
        .hasFieldOrPropertyWithValue("code", "deposit_already_recorded");
    String other = "L-" + another.order;
    RecordDeposit first = new RecordDeposit(PRICE, DepositSource.BANK, other, null);
    asSystem(() -> wallets.recordDeposit(another.buyer, first));
    assertThatThrownBy(() -> another.payBy(other))
        .hasFieldOrPropertyWithValue("code", "already_paid");

    assertThat(escrow(another)).isEqualTo(Money.ZERO);
    assertThat(balance(another.buyer)).isEqualTo(PRICE);
  }

  @Test
  void one_transfer_does_not_complete_two_refunds() {
    List<Long> refunds = List.of(guestsRefund(), guestsRefund());
    CompleteRefund transfer = new CompleteRefund("TR-" + refunds.get(0));
    asSystem(() -> desk.complete(refunds.get(0), transfer));

    assertThatThrownBy(() -> asSystem(() -> desk.complete(refunds.get(1), transfer)))
        .hasFieldOrPropertyWithValue("code", "refund_already_recorded");
  }

  /** The id of a refund that waits for a bank transfer. */
  private long guestsRefund() {
    Purchase purchase = new Purchase(false);
    long courier = accounts.newUser("courier");
    purchase.pay(PaymentMethod.CASH);
    CourierCash cash = new CourierCash(purchase.order, purchase.checkout, courier, PRICE);
    asSystem(() -> payments.cashTaken(cash));
    asSystem(() -> payments.cashHandedIn(List.of(cash)));
    return purchase.refund(PRICE).refundId();
  }

  @Test
  void what_a_buyer_owes_is_settled_first_by_refunds_and_deposits() {
    Purchase purchase = new Purchase(true);
    deposit(purchase.buyer, PRICE);
    purchase.pay(PaymentMethod.GOGOMONEY);
    post(
        List.of(
            Leg.charge(purchase.buyer, Money.ofSum(500), null),
            Leg.platform(AccountKind.GOODWILL, Money.ofSum(500), null)));
    assertThat(owed(purchase.buyer)).isEqualTo(Money.ofSum(500));

    purchase.refund(Money.ofSum(300));
    assertThat(owed(purchase.buyer)).isEqualTo(Money.ofSum(200));
    assertThat(balance(purchase.buyer)).isEqualTo(Money.ZERO);

    RecordDeposit deposit =
        new RecordDeposit(Money.ofSum(250), DepositSource.BANK, "B-" + purchase.order, null);
    assertThat(asSystem(() -> wallets.recordDeposit(purchase.buyer, deposit)).balance())
        .isEqualTo(Money.ofSum(50));
    assertThat(owed(purchase.buyer)).isEqualTo(Money.ZERO);
    assertBooksBalance();
  }

  /** A checkout with one order, as the rows that payments need. */
  private final class Purchase {
    final long seller = accounts.newUser("seller");
    final Long buyer;
    final long checkout;
    final long order;

    Purchase(boolean withAccount) {
      buyer = withAccount ? accounts.newUser() : null;
      long[] ids = inTransaction(() -> asSystem(this::write));
      checkout = ids[0];
      order = ids[1];
    }

    private long[] write() {
      return sql.one(
          """
          with checkout as (
            insert into checkouts (checkout_number, buyer_id, guest_info, status, payment_method,
              total_amount)
            values ('T' || nextval('checkout_numbers'), ?,
              case when cast(? as bigint) is null then cast('{"name":"Guest"}' as jsonb) end,
              'awaiting_payment', 'gogomoney', 1000)
            returning id, buyer_id, guest_info),
          ordered as (
            insert into orders (order_number, checkout_id, buyer_id, guest_info, seller_id,
              payment_method, subtotal, total_amount)
            select 'T' || nextval('order_numbers'), id, buyer_id, guest_info, ?, 'gogomoney', 1000,
              1000 from checkout returning id, checkout_id),
          history as (
            insert into order_status_history (order_id, status, actor)
            select id, 'pending', 'test' from ordered)
          select id, checkout_id from ordered
          """,
          row -> new long[] {row.longValue("checkout_id"), row.longValue("id")},
          buyer,
          buyer,
          seller);
    }

    PaymentResult pay(PaymentMethod method) {
      return pay(method, null);
    }

    PaymentResult payBy(String line) {
      return pay(PaymentMethod.BANK_TRANSFER, line);
    }

    private PaymentResult pay(PaymentMethod method, @Nullable String line) {
      return asSystem(
          () -> payments.pay(new PayCheckout(checkout, buyer, method, Map.of(order, PRICE), line)));
    }

    /** A second order, both paid in cash; each has a courier of its own who has taken it. */
    List<CourierCash> twoOrdersAtTheDoor() {
      long second = inTransaction(() -> asSystem(this::writeSecond));
      asSystem(
          () -> {
            payments.pay(
                new PayCheckout(
                    checkout,
                    buyer,
                    PaymentMethod.CASH,
                    Map.of(order, PRICE, second, PRICE),
                    null));
          });
      return List.of(taken(order), taken(second));
    }

    private CourierCash taken(long orderId) {
      CourierCash cash = new CourierCash(orderId, checkout, accounts.newUser("courier"), PRICE);
      asSystem(() -> payments.cashTaken(cash));
      return cash;
    }

    private long writeSecond() {
      return sql.one(
          """
          with ordered as (
            insert into orders (order_number, checkout_id, buyer_id, guest_info, seller_id,
              payment_method, subtotal, total_amount)
            select 'T' || nextval('order_numbers'), checkout_id, buyer_id, guest_info, seller_id,
              payment_method, subtotal, total_amount from orders where id = ? returning id),
          history as (
            insert into order_status_history (order_id, status, actor)
            select id, 'pending', 'test' from ordered)
          select id from ordered
          """,
          row -> row.longValue("id"),
          order);
    }

    RefundResult refund(Money amount) {
      return asSystem(
          () ->
              payments.refund(
                  new RefundOrder(
                      order,
                      checkout,
                      buyer,
                      seller,
                      Set.of(seller),
                      amount,
                      shareOf(amount),
                      "for a test")));
    }

    private TakenBack shareOf(Money amount) {
      Money commission = Money.ofSum(80).proportion(amount, PRICE);
      Money tax = Money.ofSum(120).proportion(amount, PRICE);
      return new TakenBack(commission, tax, Money.ZERO, amount.minus(commission).minus(tax));
    }

    void settle() {
      asSystem(
          () ->
              ledger.post(
                  TransactionType.EARNING,
                  "order",
                  order,
                  "Settlement",
                  List.of(
                      Leg.escrow(order, PRICE.negate()),
                      Leg.platform(AccountKind.TAX_PAYABLE, Money.ofSum(120), order),
                      Leg.platform(AccountKind.COMMISSION_REVENUE, Money.ofSum(80), order),
                      Leg.earning(seller, Money.ofSum(800), order))));
    }
  }

  private <T> T inTransaction(Supplier<T> work) {
    try {
      transaction.begin();
      T result = work.get();
      transaction.commit();
      return result;
    } catch (NotSupportedException
        | SystemException
        | RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Money> shares(Purchase purchase) {
    var funds = asSystem(() -> ledger.fundsOf(purchase.order));
    return List.of(funds.commission(), funds.tax());
  }

  private PaymentStatus status(Purchase purchase, PaymentResult payment) {
    return asUser(purchase.buyer, () -> desk.mine(payment.paymentId())).status();
  }

  private Money escrow(Purchase purchase) {
    return asSystem(() -> ledger.fundsOf(purchase.order).escrow());
  }

  private void deposit(long user, Money amount) {
    post(
        List.of(
            Leg.platform(AccountKind.BANK_CLEARING, amount.negate(), null),
            Leg.wallet(user, amount, null)));
  }

  private void spendAll(long user, Money amount) {
    post(
        List.of(
            Leg.wallet(user, amount.negate(), null),
            Leg.platform(AccountKind.GOODWILL, amount, null)));
  }

  private void post(List<Leg> legs) {
    asSystem(() -> ledger.post(TransactionType.ADJUSTMENT, "test", 1, "test", legs));
  }

  private Money balance(long user) {
    return asUser(user, () -> wallets.mine()).balance();
  }

  private Money owed(long user) {
    return asUser(user, () -> wallets.mine()).owed();
  }

  private void assertBooksBalance() {
    assertThat(asSystem(() -> proofs.prove()).findings()).isEmpty();
  }

  private void asSystem(Runnable work) {
    actors.runAsSystem("test", work);
  }

  private <T> T asSystem(Supplier<T> work) {
    return actors.runAsSystem("test", work);
  }

  private <T> T asUser(long user, Supplier<T> work) {
    return actors.runAs(Actor.user(user, Set.of("buyer"), "test"), work);
  }
}
