package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.disputes.AppealDispute;
import uz.gogomarket.disputes.DisputeDecision;
import uz.gogomarket.disputes.DisputeDesk;
import uz.gogomarket.disputes.DisputeDetail;
import uz.gogomarket.disputes.DisputeMessage;
import uz.gogomarket.disputes.DisputeService;
import uz.gogomarket.disputes.DisputeStage;
import uz.gogomarket.disputes.WriteMessage;
import uz.gogomarket.orders.OrderEvent;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderFlow;
import uz.gogomarket.orders.OrderService;
import uz.gogomarket.orders.OrderStatus;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.payments.PaymentStatus;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.PageRequest;
import uz.gogomarket.platform.ProblemException;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.platform.Violation;
import uz.gogomarket.wallets.Ledger;
import uz.gogomarket.wallets.OrderFunds;
import uz.gogomarket.workflow.Workflow;
import uz.gogomarket.workflow.WorkflowTask;

/** A quarrel over an order, from the opening to the last decision. */
@ContainerTest
class DisputesIT {

  private static final WriteMessage WORDS = new WriteMessage("Look at the photo", null);
  private static final AppealDispute APPEAL = new AppealDispute("That is not fair");
  private static final Money PART = Money.of("20000.01");

  @Inject Accounts accounts;
  @Inject ManagedThreads threads;
  @Inject Trade trade;
  @Inject Disputing disputing;
  @Inject DisputeService disputes;
  @Inject DisputeDesk desk;
  @Inject OrderFlow flow;
  @Inject OrderService orders;
  @Inject Ledger ledger;
  @Inject Workflow workflow;
  @Inject Sql sql;

  private Trade.Parties parties;
  private OrderFacts order;
  private Money paid;

  @BeforeEach
  void somethingWasBoughtAndDelivered() {
    parties = trade.newParties();
    order = trade.delivered(trade.bought(parties, 3, PaymentMethod.GOGOMONEY), parties.courier());
    paid = order.total();
  }

  // Opening

  @Test
  void from_the_opening_on_the_money_is_frozen() {
    long dispute = opened();
    trade.endHold(order);

    assertThat(trade.settle(order)).isFalse();

    assertThat(trade.escrow(order)).isEqualTo(paid);
    assertThat(stage(dispute)).isEqualTo(DisputeStage.AWAITING_ANSWER);
    assertThat(disputing.waitsAt(dispute)).containsExactly("await-answer");
  }

  @Test
  void an_order_has_one_dispute_at_a_time() {
    opened();

    assertRefused("dispute_open", this::opened);
    assertRefused("dispute_open", () -> disputing.opened(parties.seller(), order));
  }

  @Test
  void of_both_sides_that_open_at_once_one_succeeds() {
    List<Boolean> opened =
        threads.atOnce(
            () -> disputing.opened(parties.buyer(), order),
            () -> disputing.opened(parties.seller(), order));

    assertThat(opened).containsExactlyInAnyOrder(true, false);
    assertThat(asBuyer(() -> disputes.list(null, PageRequest.first(10))).items()).hasSize(1);
  }

  @Test
  void a_dispute_that_no_admin_decides_in_time_is_put_first_and_can_still_be_decided() {
    long dispute = disputing.waitsForDecision(parties, order);
    int priority = disputing.task(dispute).getPriority();
    assertThat(disputing.task(dispute).getDueDate()).isInTheFuture();

    disputing.deadlinePasses(dispute);

    assertThat(disputing.task(dispute).getPriority()).isGreaterThan(priority);
    assertThat(trade.escrow(order)).isEqualTo(paid);
    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REJECT);
    assertThat(disputing.waitsAt(dispute)).containsExactly("await-appeal");
  }

  @Test
  void a_stranger_finds_no_order_to_quarrel_about() {
    long stranger = accounts.newUser();

    assertRefused("not_found", () -> disputing.opened(stranger, order));
    assertThat(trade.facts(order).frozenAt()).isNull();
  }

  @Test
  void a_courier_cannot_open_one_about_what_he_brought() {
    assertRefused("not_found", () -> disputing.opened(parties.courier(), order));
  }

  @Test
  void what_has_not_left_the_seller_cannot_be_disputed() {
    OrderFacts fresh = trade.bought(parties, 1, PaymentMethod.GOGOMONEY);

    assertRefused("not_disputable", () -> disputing.opened(parties.buyer(), fresh));
    assertThat(trade.facts(fresh).frozenAt()).isNull();
  }

  @Test
  void after_the_hold_there_is_nothing_to_dispute() {
    trade.endHold(order);

    assertRefused("not_disputable", this::opened);
  }

  @Test
  void a_refused_opening_leaves_no_workflow_behind() {
    trade.endHold(order);

    assertRefused("not_disputable", this::opened);

    assertThat(disputing.workflowsOf(order)).isZero();
  }

  @Test
  void an_admin_opens_one_for_a_guest_and_another_decides_it() {
    OrderFacts guests =
        trade.delivered(trade.bought(parties, 1, PaymentMethod.CASH), parties.courier());
    trade.takeCash(guests, parties.courier());
    trade.change(
        "update orders set buyer_id = null, guest_info = '{\"name\":\"Guest\"}' where id = ?",
        guests.id());
    long opener = disputing.newAdmin();

    long dispute = disputing.openedForGuest(opener, guests);
    assertThat(disputing.asAdmin(opener, () -> desk.get(dispute)).dispute().openedBy())
        .isEqualTo("buyer");
    disputing.answered(parties.seller(), dispute);
    assertRefused(
        "own_dispute", () -> disputing.decided(opener, dispute, DisputeDecision.REFUND_FULL));
    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REFUND_FULL);
    disputing.deadlinePasses(dispute);

    assertThat(trade.facts(guests).status()).isEqualTo(OrderStatus.REFUNDED);
  }

  @Test
  void for_a_buyer_with_an_account_no_admin_opens_one() {
    long admin = disputing.newAdmin();

    assertRefused("not_a_guest", () -> disputing.openedForGuest(admin, order));
  }

  // Answer

  @Test
  void with_the_answer_the_case_is_laid_before_the_admins() {
    long dispute = opened();
    disputing.answered(parties.seller(), dispute);

    assertThat(stage(dispute)).isEqualTo(DisputeStage.AWAITING_DECISION);
    assertThat(tasks(dispute)).extracting(WorkflowTask::key).containsExactly("decide-dispute");
    assertThat(disputing.shown(dispute).conversation())
        .contains("buyer: The spout is broken", "seller, ", "It left us in one piece");
    assertThat(disputing.shown(dispute).refundable()).isEqualTo(paid);
  }

  @Test
  void what_is_said_while_an_admin_decides_is_added_to_the_case() {
    long dispute = waitsForDecision();
    asBuyer(() -> disputes.write(dispute, WORDS));

    assertThat(disputing.shown(dispute).conversation()).contains("Look at the photo");
  }

  @Test
  void where_nobody_answers_in_time_an_admin_decides_all_the_same() {
    long dispute = opened();
    disputing.deadlinePasses(dispute);

    assertThat(stage(dispute)).isEqualTo(DisputeStage.AWAITING_DECISION);
    assertThat(tasks(dispute)).extracting(WorkflowTask::key).containsExactly("decide-dispute");
    assertRefused("dispute_status", () -> disputing.answered(parties.seller(), dispute));
  }

  @Test
  void an_answer_is_given_once() {
    long dispute = waitsForDecision();

    assertRefused("dispute_status", () -> disputing.answered(parties.seller(), dispute));
    assertThat(asBuyer(() -> disputes.get(dispute)).messages()).hasSize(1);
  }

  @Test
  void who_opened_it_does_not_answer_himself() {
    long dispute = opened();

    assertRefused("own_dispute", () -> disputing.answered(parties.buyer(), dispute));
    assertThat(stage(dispute)).isEqualTo(DisputeStage.AWAITING_ANSWER);
  }

  @Test
  void what_a_seller_opens_the_buyer_answers() {
    long dispute = disputing.opened(parties.seller(), order);
    disputing.answered(parties.buyer(), dispute);

    assertThat(stage(dispute)).isEqualTo(DisputeStage.AWAITING_DECISION);
  }

  @Test
  void a_stranger_neither_reads_nor_answers_nor_withdraws() {
    long dispute = opened();
    long stranger = trade.newParties().seller();

    assertRefused("not_found", () -> disputing.as(stranger, () -> disputes.get(dispute)));
    assertRefused("not_found", () -> disputing.answered(stranger, dispute));
    assertRefused("not_found", () -> disputing.as(stranger, () -> disputes.withdraw(dispute)));
    assertRefused("not_found", () -> disputing.as(stranger, () -> disputes.write(dispute, WORDS)));
    assertThat(disputing.as(stranger, () -> disputes.list(null, PageRequest.first(10))).items())
        .isEmpty();
  }

  @Test
  void both_sides_read_who_said_what() {
    long dispute = waitsForDecision();
    asBuyer(() -> disputes.write(dispute, WORDS));
    long admin = disputing.newAdmin();
    disputing.asAdmin(admin, () -> desk.write(dispute, new WriteMessage("Since when?", null)));

    assertThat(disputing.as(parties.seller(), () -> disputes.get(dispute)).messages())
        .extracting(DisputeMessage::by)
        .containsExactly("seller", "buyer", "admin");
  }

  // Decision

  @Test
  void a_variable_that_is_named_like_a_bean_stands_in_nobodys_way() {
    long dispute = disputing.waitsForDecision(parties, order);
    disputing.write(dispute, "disputeProcess", "in the way");
    disputing.write(dispute, "execution", "in the way");

    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REFUND_FULL);

    assertThat(disputing.waitsAt(dispute)).containsExactly("await-appeal");
  }

  @Test
  void a_refund_in_full_gives_back_all_that_was_paid_and_ends_the_order_when_nobody_appeals() {
    long dispute = decided(DisputeDecision.REFUND_FULL, null);

    assertThat(buyersMoney()).isEqualTo(Trade.PURSE);
    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.DELIVERED);
    disputing.deadlinePasses(dispute);

    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.REFUNDED);
    assertThat(trade.balance(parties.seller())).isEqualTo(Money.ZERO);
    assertThat(trade.balance(parties.courier())).isEqualTo(Trade.FEE);
    assertOver(dispute);
  }

  @Test
  void a_refund_in_part_gives_back_the_part_and_shares_the_rest_to_the_last_tiyin() {
    long dispute = decided(DisputeDecision.REFUND_PARTIAL, PART);

    assertThat(buyersMoney()).isEqualTo(Trade.PURSE.minus(paid).plus(PART));
    disputing.deadlinePasses(dispute);

    assertOver(dispute);
    assertSettledTo(paid.minus(PART));
  }

  @Test
  void after_a_replacement_the_hold_begins_again_and_so_can_a_dispute() {
    long dispute = decided(DisputeDecision.REPLACE, null);
    trade.endHold(order);
    disputing.deadlinePasses(dispute);

    assertOver(dispute);
    assertThat(trade.settle(order)).isFalse();
    assertThat(trade.facts(order).holdUntil())
        .isAfter(Instant.now().plus(Duration.ofDays(order.holdDays())).minusSeconds(3600));
    assertThat(disputing.as(parties.buyer(), () -> orders.boughtHistory(order.orderNumber())))
        .last()
        .extracting(OrderEvent::notes)
        .asString()
        .contains("the seller sends a replacement");
    assertThat(stage(opened())).isEqualTo(DisputeStage.AWAITING_ANSWER);
  }

  @Test
  void a_replacement_moves_no_money_and_the_seller_gets_his_share_after_the_hold() {
    long dispute = decided(DisputeDecision.REPLACE, null);
    disputing.deadlinePasses(dispute);

    assertOver(dispute);
    assertThat(buyersMoney()).isEqualTo(Trade.PURSE.minus(paid));
    assertSettledTo(paid);
  }

  @Test
  void a_rejection_moves_no_money_and_the_seller_gets_his_share_after_the_hold() {
    long dispute = decided(DisputeDecision.REJECT, null);
    disputing.deadlinePasses(dispute);

    assertOver(dispute);
    assertThat(buyersMoney()).isEqualTo(Trade.PURSE.minus(paid));
    assertSettledTo(paid);
  }

  @Test
  void the_money_stays_frozen_while_an_appeal_is_possible() {
    decided(DisputeDecision.REJECT, null);
    trade.endHold(order);

    assertThat(trade.settle(order)).isFalse();
  }

  @Test
  void a_refund_in_part_is_more_than_nothing_and_less_than_all() {
    long dispute = waitsForDecision();
    long admin = disputing.newAdmin();

    for (Money wrong : List.of(Money.ZERO, paid, paid.plus(Money.of("0.01")))) {
      assertThatThrownBy(
              () -> disputing.decided(admin, dispute, DisputeDecision.REFUND_PARTIAL, wrong))
          .asInstanceOf(InstanceOfAssertFactories.type(InvalidInput.class))
          .extracting(InvalidInput::violations, InstanceOfAssertFactories.list(Violation.class))
          .extracting(Violation::field)
          .containsExactly("refundAmount");
    }
    assertNothingDecided(dispute);
  }

  @Test
  void only_what_was_not_given_back_before_can_be_refunded() {
    trade.asSystem(() -> flow.refund(order.id(), PART, "scratched"));
    long dispute = waitsForDecision();
    assertThat(disputing.shown(dispute).refundable()).isEqualTo(paid.minus(PART));

    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REFUND_FULL);

    assertThat(buyersMoney()).isEqualTo(Trade.PURSE);
  }

  @Test
  void nothing_is_decided_before_the_other_side_was_heard() {
    long dispute = opened();
    long admin = disputing.newAdmin();

    assertRefused(
        "dispute_status", () -> disputing.decided(admin, dispute, DisputeDecision.REFUND_FULL));
    assertThat(buyersMoney()).isEqualTo(Trade.PURSE.minus(paid));
  }

  @Test
  void what_is_decided_is_not_decided_again() {
    long dispute = decided(DisputeDecision.REFUND_PARTIAL, PART);
    long another = disputing.newAdmin();

    assertRefused(
        "dispute_status", () -> disputing.decided(another, dispute, DisputeDecision.REFUND_FULL));
    assertThat(buyersMoney()).isEqualTo(Trade.PURSE.minus(paid).plus(PART));
  }

  @Test
  void of_two_admins_who_decide_at_once_one_decides() {
    long dispute = waitsForDecision();
    long one = disputing.newAdmin();
    long another = disputing.newAdmin();

    List<Boolean> decided =
        threads.atOnce(
            () -> disputing.decided(one, dispute, DisputeDecision.REFUND_PARTIAL, PART),
            () -> disputing.decided(another, dispute, DisputeDecision.REFUND_PARTIAL, PART));

    assertThat(decided).containsExactlyInAnyOrder(true, false);
    assertThat(buyersMoney()).isEqualTo(Trade.PURSE.minus(paid).plus(PART));
  }

  @Test
  void what_somebody_has_taken_nobody_else_decides() {
    long dispute = waitsForDecision();
    long another = disputing.newAdmin();
    disputing.asAdmin(disputing.newAdmin(), () -> desk.claim(dispute));

    assertRefused(
        "task_taken", () -> disputing.decided(another, dispute, DisputeDecision.REFUND_FULL));
    assertRefused("task_taken", () -> disputing.asAdmin(another, () -> desk.claim(dispute)));
    assertNothingDecided(dispute);
  }

  @Test
  void an_admin_who_bought_or_sold_or_brought_it_does_nothing_in_his_own_matter() {
    long dispute = waitsForDecision();
    for (long side : List.of(parties.buyer(), parties.seller(), parties.courier())) {
      accounts.makeAdmin(side, "disputes.decide");

      assertRefused(
          "own_dispute", () -> disputing.decided(side, dispute, DisputeDecision.REFUND_FULL));
      assertRefused("own_dispute", () -> disputing.asAdmin(side, () -> desk.claim(dispute)));
      assertRefused(
          "own_dispute",
          () ->
              disputing.asAdmin(
                  side, () -> desk.write(dispute, new WriteMessage("We think so", null))));
    }
    assertNothingDecided(dispute);
  }

  @Test
  void an_admin_without_the_permission_cannot_decide() {
    long dispute = waitsForDecision();
    long admin = accounts.newAdmin();

    assertRefused(
        "access_denied",
        () -> accounts.withoutSession(admin, Set.of(Roles.ADMIN), () -> desk.claim(dispute)));
    assertNothingDecided(dispute);
  }

  @Test
  void a_permission_that_was_taken_away_counts_no_more_though_the_token_has_it() {
    long dispute = waitsForDecision();
    long former = accounts.newAdmin();

    assertRefused(
        "access_denied", () -> disputing.decided(former, dispute, DisputeDecision.REFUND_FULL));
    assertNothingDecided(dispute);
  }

  @Test
  void a_refusal_is_an_answer_and_no_failure_in_the_log() {
    long admin = disputing.newAdmin();
    long dispute = waitsForDecision();
    disputing.decided(admin, dispute, DisputeDecision.REJECT);
    asBuyer(() -> disputes.appeal(dispute, APPEAL));

    // A step of the workflow refuses, not what stands before the engine.
    List<String> logged =
        failuresOfTheEngine(
            () ->
                assertRefused(
                    "same_decider",
                    () -> disputing.decided(admin, dispute, DisputeDecision.REFUND_FULL)));

    assertThat(logged).isEmpty();
  }

  @Test
  void the_sides_cannot_decide() {
    long dispute = waitsForDecision();

    assertRefused("access_denied", () -> asBuyer(() -> desk.claim(dispute)));
    assertRefused("access_denied", () -> disputing.as(parties.seller(), () -> desk.get(dispute)));
  }

  @Test
  void cash_that_the_courier_still_has_is_given_back_when_it_is_handed_in() {
    OrderFacts cash =
        trade.delivered(trade.bought(parties, 1, PaymentMethod.CASH), parties.courier());
    trade.takeCash(cash, parties.courier());
    Money before = buyersMoney();
    long dispute = disputing.waitsForDecision(parties, cash);
    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REFUND_PARTIAL, PART);
    disputing.deadlinePasses(dispute);

    assertThat(buyersMoney()).isEqualTo(before);
    trade.handInCash(cash, parties.courier());

    assertThat(buyersMoney()).isEqualTo(before.plus(PART));
  }

  @Test
  void all_the_money_back_while_it_is_under_way_still_pays_the_courier_who_brings_it() {
    OrderFacts underWay =
        trade.pickedUp(trade.bought(parties, 1, PaymentMethod.GOGOMONEY), parties.courier());
    long dispute = disputing.waitsForDecision(parties, underWay);
    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REFUND_FULL);
    disputing.deadlinePasses(dispute);

    trade.asSystem(() -> flow.delivered(underWay.id(), null));

    assertThat(trade.facts(underWay).status()).isEqualTo(OrderStatus.REFUNDED);
    assertThat(trade.balance(parties.courier())).isEqualTo(Trade.FEE);
    assertThat(trade.balance(parties.seller())).isEqualTo(Money.ZERO);
    assertThat(trade.escrow(underWay)).isEqualTo(Money.ZERO);
  }

  @Test
  void before_the_cash_is_paid_there_is_nothing_to_refund_and_the_form_says_so() {
    OrderFacts underWay =
        trade.pickedUp(trade.bought(parties, 1, PaymentMethod.CASH), parties.courier());
    long dispute = disputing.waitsForDecision(parties, underWay);
    long admin = disputing.newAdmin();

    assertThat(disputing.shown(dispute).refundable()).isEqualTo(Money.ZERO);
    assertRefused(
        "invalid_input", () -> disputing.decided(admin, dispute, DisputeDecision.REFUND_FULL));
    disputing.decided(admin, dispute, DisputeDecision.REJECT);
    assertThat(stage(dispute)).isEqualTo(DisputeStage.AWAITING_APPEAL);
  }

  // Appeal

  @Test
  void a_second_admin_decides_an_appeal_and_not_the_first() {
    long first = disputing.newAdmin();
    long dispute = waitsForDecision();
    disputing.decided(first, dispute, DisputeDecision.REJECT);
    asBuyer(() -> disputes.appeal(dispute, APPEAL));

    assertRefused(
        "same_decider", () -> disputing.decided(first, dispute, DisputeDecision.REFUND_FULL));
    assertThat(stage(dispute)).isEqualTo(DisputeStage.AWAITING_FINAL_DECISION);
    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REFUND_FULL);

    assertOver(dispute);
    assertThat(buyersMoney()).isEqualTo(Trade.PURSE);
    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.REFUNDED);
  }

  @Test
  void an_appeal_shows_the_admins_why() {
    long dispute = decided(DisputeDecision.REJECT, null);
    asBuyer(() -> disputes.appeal(dispute, APPEAL));

    assertThat(tasks(dispute)).extracting(WorkflowTask::key).containsExactly("decide-appeal");
    assertThat(disputing.shown(dispute).conversation()).contains("appeal: That is not fair");
    assertThat(disputing.variable(dispute, "decision")).isNull();
  }

  @Test
  void a_seller_who_wins_the_appeal_gets_the_money_that_had_gone_back() {
    long dispute = decided(DisputeDecision.REFUND_FULL, null);
    disputing.as(parties.seller(), () -> disputes.appeal(dispute, APPEAL));
    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REJECT);

    assertOver(dispute);
    assertThat(buyersMoney()).isEqualTo(Trade.PURSE.minus(paid));
    assertThat(trade.facts(order).paymentStatus()).isEqualTo(PaymentStatus.PAID);
    assertSettledTo(paid);
  }

  @Test
  void a_buyer_who_has_spent_what_the_appeal_takes_back_owes_it() {
    long dispute = decided(DisputeDecision.REFUND_FULL, null);
    trade.spend(parties.buyer(), Trade.PURSE);
    disputing.as(parties.seller(), () -> disputes.appeal(dispute, APPEAL));
    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REJECT);

    assertThat(buyersMoney()).isEqualTo(Money.ZERO);
    assertThat(trade.owed(parties.buyer())).isEqualTo(paid);
    assertThat(trade.escrow(order)).isEqualTo(paid);
  }

  @Test
  void the_last_decision_can_change_how_much_goes_back() {
    long dispute = decided(DisputeDecision.REFUND_FULL, null);
    disputing.as(parties.seller(), () -> disputes.appeal(dispute, APPEAL));
    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REFUND_PARTIAL, PART);

    assertOver(dispute);
    assertThat(buyersMoney()).isEqualTo(Trade.PURSE.minus(paid).plus(PART));
    assertSettledTo(paid.minus(PART));
  }

  @Test
  void the_same_decision_again_moves_nothing_twice() {
    long dispute = decided(DisputeDecision.REFUND_PARTIAL, PART);
    asBuyer(() -> disputes.appeal(dispute, APPEAL));
    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REFUND_PARTIAL, PART);

    assertThat(buyersMoney()).isEqualTo(Trade.PURSE.minus(paid).plus(PART));
    assertSettledTo(paid.minus(PART));
  }

  @Test
  void of_two_admins_who_decide_an_appeal_at_once_one_decides() {
    long dispute = decided(DisputeDecision.REJECT, null);
    asBuyer(() -> disputes.appeal(dispute, APPEAL));
    long one = disputing.newAdmin();
    long another = disputing.newAdmin();

    List<Boolean> decided =
        threads.atOnce(
            () -> disputing.decided(one, dispute, DisputeDecision.REFUND_PARTIAL, PART),
            () -> disputing.decided(another, dispute, DisputeDecision.REFUND_PARTIAL, PART));

    assertThat(decided).containsExactlyInAnyOrder(true, false);
    assertThat(buyersMoney()).isEqualTo(Trade.PURSE.minus(paid).plus(PART));
  }

  @Test
  void who_won_cannot_appeal() {
    long dispute = decided(DisputeDecision.REJECT, null);

    assertRefused(
        "not_appealable",
        () -> disputing.as(parties.seller(), () -> disputes.appeal(dispute, APPEAL)));
  }

  @Test
  void an_appeal_is_possible_once() {
    long dispute = decided(DisputeDecision.REJECT, null);
    asBuyer(() -> disputes.appeal(dispute, APPEAL));

    assertRefused("not_appealable", () -> asBuyer(() -> disputes.appeal(dispute, APPEAL)));
    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REJECT);
    assertRefused("not_appealable", () -> asBuyer(() -> disputes.appeal(dispute, APPEAL)));
  }

  @Test
  void an_appeal_comes_too_late_even_before_the_engine_has_noticed() {
    long dispute = decided(DisputeDecision.REJECT, null);
    trade.change("update disputes set appeal_due_at = now() where id = ?", dispute);

    assertRefused("not_appealable", () -> asBuyer(() -> disputes.appeal(dispute, APPEAL)));
    assertThat(disputing.waitsAt(dispute)).containsExactly("await-appeal");
  }

  @Test
  void a_timer_that_was_moved_forward_closes_nothing_while_an_appeal_is_possible() {
    long dispute = decided(DisputeDecision.REJECT, null);

    assertThatThrownBy(() -> disputing.timerFires(dispute))
        .hasStackTraceContaining("is open to an appeal until");

    assertThat(stage(dispute)).isEqualTo(DisputeStage.AWAITING_APPEAL);
    asBuyer(() -> disputes.appeal(dispute, APPEAL));
  }

  @Test
  void after_the_end_there_is_no_appeal() {
    long dispute = decided(DisputeDecision.REJECT, null);
    disputing.deadlinePasses(dispute);

    assertRefused("not_appealable", () -> asBuyer(() -> disputes.appeal(dispute, APPEAL)));
  }

  // Withdrawal and after

  @Test
  void the_audit_log_says_what_a_withdrawn_dispute_was() throws Exception {
    long dispute = waitsForDecision();
    asBuyer(() -> disputes.withdraw(dispute));

    String before =
        threads.inTransaction(
            () ->
                trade.asSystem(
                    () ->
                        sql.one(
                            "select old_values ->> 'status' as status from audit_logs"
                                + " where action = 'dispute.withdrawn' and entity_id = ?",
                            row -> row.string("status"),
                            dispute)));
    assertThat(before).isEqualTo("in_progress");
  }

  @Test
  void who_opened_it_takes_it_back_and_the_money_goes_its_way() {
    long dispute = waitsForDecision();
    asBuyer(() -> disputes.withdraw(dispute));

    assertOver(dispute);
    assertThat(tasks(dispute)).isEmpty();
    assertSettledTo(paid);
  }

  @Test
  void who_did_not_open_it_cannot_take_it_back() {
    long dispute = opened();

    assertRefused(
        "not_opener", () -> disputing.as(parties.seller(), () -> disputes.withdraw(dispute)));
    assertThat(stage(dispute)).isEqualTo(DisputeStage.AWAITING_ANSWER);
  }

  @Test
  void what_was_decided_is_not_taken_back() {
    long dispute = decided(DisputeDecision.REFUND_FULL, null);

    assertRefused("dispute_status", () -> asBuyer(() -> disputes.withdraw(dispute)));
    disputing.deadlinePasses(dispute);
    assertRefused("dispute_status", () -> asBuyer(() -> disputes.withdraw(dispute)));
  }

  @Test
  void of_a_withdrawal_and_a_decision_at_once_one_counts() {
    long dispute = waitsForDecision();
    long admin = disputing.newAdmin();

    List<Boolean> done =
        threads.atOnce(
            () -> asBuyer(() -> disputes.withdraw(dispute)),
            () -> disputing.decided(admin, dispute, DisputeDecision.REFUND_FULL));

    assertThat(done).containsExactlyInAnyOrder(true, false);
    boolean withdrawn = detail(dispute).withdrawnAt() != null;
    assertThat(buyersMoney()).isEqualTo(withdrawn ? Trade.PURSE.minus(paid) : Trade.PURSE);
  }

  @Test
  void nothing_is_said_after_the_end() {
    long dispute = opened();
    asBuyer(() -> disputes.withdraw(dispute));

    assertRefused("dispute_status", () -> asBuyer(() -> disputes.write(dispute, WORDS)));
  }

  @Test
  void another_dispute_can_follow_while_the_money_is_held() {
    long first = opened();
    asBuyer(() -> disputes.withdraw(first));
    long second = opened();

    assertThat(stage(second)).isEqualTo(DisputeStage.AWAITING_ANSWER);
    assertThat(trade.facts(order).frozenAt()).isNotNull();
  }

  @Test
  void what_was_decided_is_not_disputed_again_by_either_side() {
    long dispute = decided(DisputeDecision.REJECT, null);
    disputing.deadlinePasses(dispute);

    assertRefused("dispute_decided", this::opened);
    assertRefused("dispute_decided", () -> disputing.opened(parties.seller(), order));
    assertThat(trade.facts(order).frozenAt()).isNull();
  }

  @Test
  void who_has_withdrawn_twice_opens_no_third_but_the_other_side_can() {
    for (int i = 0; i < 2; i++) {
      long dispute = opened();
      asBuyer(() -> disputes.withdraw(dispute));
    }

    assertRefused("dispute_withdrawn", this::opened);
    assertThat(stage(disputing.opened(parties.seller(), order)))
        .isEqualTo(DisputeStage.AWAITING_ANSWER);
  }

  private long opened() {
    return disputing.opened(parties.buyer(), order);
  }

  private long waitsForDecision() {
    return disputing.waitsForDecision(parties, order);
  }

  private long decided(DisputeDecision decision, @Nullable Money refund) {
    long dispute = waitsForDecision();
    disputing.decided(disputing.newAdmin(), dispute, decision, refund);
    return dispute;
  }

  private <T> T asBuyer(Supplier<T> work) {
    return disputing.as(parties.buyer(), work);
  }

  private DisputeDetail detail(long dispute) {
    return asBuyer(() -> disputes.get(dispute));
  }

  private DisputeStage stage(long dispute) {
    return detail(dispute).dispute().stage();
  }

  private List<WorkflowTask> tasks(long dispute) {
    return trade.asSystem(() -> workflow.tasks("dispute:" + dispute));
  }

  private Money buyersMoney() {
    return trade.balance(parties.buyer());
  }

  private void assertNothingDecided(long dispute) {
    assertThat(stage(dispute)).isEqualTo(DisputeStage.AWAITING_DECISION);
    assertThat(disputing.waitsAt(dispute)).containsExactly("decide-dispute");
    assertThat(buyersMoney()).isEqualTo(Trade.PURSE.minus(paid));
  }

  /** The dispute is closed, its workflow has ended, and nothing holds the order's money back. */
  private void assertOver(long dispute) {
    assertThat(stage(dispute)).isEqualTo(DisputeStage.CLOSED);
    assertThat(disputing.waitsAt(dispute)).isEmpty();
    assertThat(trade.facts(order).frozenAt()).isNull();
  }

  /** After the hold what the buyer has paid in the end is shared, and nothing is left. */
  private void assertSettledTo(Money kept) {
    trade.endHold(order);
    assertThat(trade.settle(order)).isTrue();
    OrderFunds funds = trade.asSystem(() -> ledger.fundsOf(order.id()));
    assertThat(trade.balance(parties.courier())).isEqualTo(Trade.FEE);
    assertThat(
            trade
                .balance(parties.seller())
                .plus(Trade.FEE)
                .plus(funds.commission())
                .plus(funds.tax()))
        .isEqualTo(kept);
    assertThat(trade.escrow(order)).isEqualTo(Money.ZERO);
  }

  /** What the engine logs as a failure meanwhile. */
  private static List<String> failuresOfTheEngine(Runnable work) {
    List<String> failures = new CopyOnWriteArrayList<>();
    Handler handler =
        new StreamHandler() {
          @Override
          public synchronized void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
              failures.add(record.getMessage());
            }
          }
        };
    Logger logger = Logger.getLogger("org.camunda.bpm.engine");
    logger.addHandler(handler);
    try {
      work.run();
    } finally {
      logger.removeHandler(handler);
    }
    return failures;
  }

  private static void assertRefused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
