package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.gogomarket.disputes.AppealDispute;
import uz.gogomarket.disputes.DisputeDecision;
import uz.gogomarket.disputes.DisputeService;
import uz.gogomarket.disputes.DisputeStage;
import uz.gogomarket.orders.OrderFacts;
import uz.gogomarket.orders.OrderStatus;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Money;

/**
 * A workflow and the rows that it speaks of change together or not at all, whoever drives it: a
 * failure at the commit, after everything was written, leaves both sides as they were.
 */
@ContainerTest
class EngineAtomicityIT {

  private static final int MANY = 6;

  @Inject Trade trade;
  @Inject Disputing disputing;
  @Inject DisputeService disputes;
  @Inject FailingCommits commits;
  @Inject Footprint footprint;

  private Trade.Parties parties;
  private OrderFacts order;

  @BeforeEach
  void somethingWasBoughtAndDelivered() {
    parties = trade.newParties();
    order = delivered();
  }

  @Test
  void what_is_compared_here_is_what_a_decision_changes() {
    long dispute = disputing.waitsForDecision(parties, order);
    Map<String, String> before = footprint.of(order);

    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REFUND_FULL);

    Map<String, String> after = footprint.of(order);
    assertThat(before.keySet())
        .filteredOn(table -> !String.valueOf(before.get(table)).equals(after.get(table)))
        .contains(
            "orders",
            "disputes",
            "refunds",
            "postings",
            "wallets",
            "wallet_transactions",
            "audit_logs",
            "engine.act_ru_execution",
            "engine.act_ru_task",
            "engine.act_ru_variable",
            "engine.act_ru_job",
            "engine.act_hi_actinst",
            "engine.act_hi_taskinst",
            "engine.act_hi_varinst");
  }

  @Test
  void an_opening_that_cannot_be_committed_leaves_no_workflow_and_no_frozen_money() {
    assertNothingChanges(() -> disputing.opened(parties.buyer(), order));
    assertThat(disputing.workflowsOf(order)).isZero();

    disputing.opened(parties.buyer(), order);

    assertThat(disputing.workflowsOf(order)).isEqualTo(1);
  }

  @Test
  void an_answer_that_cannot_be_committed_lets_the_workflow_wait_on() {
    long dispute = disputing.opened(parties.buyer(), order);
    assertNothingChanges(() -> disputing.answered(parties.seller(), dispute));

    disputing.answered(parties.seller(), dispute);

    assertThat(disputing.waitsAt(dispute)).containsExactly("decide-dispute");
  }

  @Test
  void a_decision_that_cannot_be_committed_leaves_the_task_open_and_the_money_where_it_was() {
    long dispute = disputing.waitsForDecision(parties, order);
    long admin = disputing.newAdmin();
    assertNothingChanges(() -> disputing.decided(admin, dispute, DisputeDecision.REFUND_FULL));
    assertThat(disputing.waitsAt(dispute)).containsExactly("decide-dispute");

    disputing.decided(admin, dispute, DisputeDecision.REFUND_FULL);

    assertThat(disputing.waitsAt(dispute)).containsExactly("await-appeal");
    assertThat(trade.balance(parties.buyer())).isEqualTo(Trade.PURSE);
  }

  @Test
  void a_last_decision_that_cannot_be_committed_does_not_end_the_workflow() {
    long dispute = disputing.waitsForDecision(parties, order);
    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REFUND_FULL);
    disputing.as(
        parties.seller(), () -> disputes.appeal(dispute, new AppealDispute("It was whole")));
    long admin = disputing.newAdmin();
    assertNothingChanges(() -> disputing.decided(admin, dispute, DisputeDecision.REJECT));
    assertThat(disputing.waitsAt(dispute)).containsExactly("decide-appeal");

    disputing.decided(admin, dispute, DisputeDecision.REJECT);

    assertThat(disputing.waitsAt(dispute)).isEmpty();
    assertThat(trade.escrow(order)).isEqualTo(order.total());
  }

  @Test
  void a_withdrawal_that_cannot_be_committed_does_not_end_the_workflow() {
    long dispute = disputing.opened(parties.buyer(), order);
    assertNothingChanges(() -> disputing.as(parties.buyer(), () -> disputes.withdraw(dispute)));

    disputing.as(parties.buyer(), () -> disputes.withdraw(dispute));

    assertThat(disputing.waitsAt(dispute)).isEmpty();
    assertThat(trade.facts(order).frozenAt()).isNull();
  }

  @Test
  void deadlines_that_the_engines_threads_cannot_commit_lay_no_case_before_an_admin() {
    Map<Long, OrderFacts> orders = new LinkedHashMap<>();
    for (int i = 0; i < MANY; i++) {
      OrderFacts another = delivered();
      orders.put(disputing.opened(parties.buyer(), another), another);
    }
    List<Long> ids = new ArrayList<>(orders.keySet());
    Map<Long, Map<String, String>> before = new LinkedHashMap<>();
    orders.forEach((dispute, each) -> before.put(dispute, footprint.of(each)));
    orders.values().forEach(commits::failFor);

    disputing.deadlinePassesUnwatched(ids);
    soon().until(() -> ids.stream().allMatch(disputing::hasFailed));

    orders.forEach(
        (dispute, each) -> assertThat(footprint.of(each)).isEqualTo(before.get(dispute)));
    orders.values().forEach(commits::failNoMoreFor);
    ids.forEach(disputing::tryAgain);
    soon()
        .untilAsserted(
            () ->
                assertThat(ids)
                    .allSatisfy(
                        dispute ->
                            assertThat(disputing.waitsAt(dispute))
                                .containsExactly("decide-dispute")));
  }

  @Test
  void an_end_that_the_engines_threads_cannot_commit_pays_nobody() {
    long dispute = disputing.waitsForDecision(parties, order);
    disputing.decided(disputing.newAdmin(), dispute, DisputeDecision.REFUND_FULL);
    disputing.appealsNoMore(dispute);
    Map<String, String> before = footprint.of(order);
    commits.failFor(order);

    disputing.deadlinePassesUnwatched(List.of(dispute));
    soon().until(() -> disputing.hasFailed(dispute));

    assertThat(footprint.of(order)).isEqualTo(before);
    assertThat(trade.balance(parties.courier())).isEqualTo(Money.ZERO);
    commits.failNoMoreFor(order);
    disputing.tryAgain(dispute);
    soon().until(() -> disputing.waitsAt(dispute).isEmpty());
    assertThat(trade.facts(order).status()).isEqualTo(OrderStatus.REFUNDED);
    assertThat(trade.balance(parties.courier())).isEqualTo(Trade.FEE);
    assertThat(disputing.as(parties.buyer(), () -> disputes.get(dispute)).dispute().stage())
        .isEqualTo(DisputeStage.CLOSED);
  }

  /** Tries what cannot be committed, and looks whether it has left anything. */
  private void assertNothingChanges(Runnable work) {
    Map<String, String> before = footprint.of(order);
    commits.failFor(order);

    assertThatThrownBy(work::run).hasStackTraceContaining(FailingCommits.REASON);

    assertThat(footprint.of(order)).isEqualTo(before);
    commits.failNoMoreFor(order);
  }

  private OrderFacts delivered() {
    return trade.delivered(trade.bought(parties, 1, PaymentMethod.GOGOMONEY), parties.courier());
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
  }
}
