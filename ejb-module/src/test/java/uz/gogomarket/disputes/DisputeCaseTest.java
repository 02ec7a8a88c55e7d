package uz.gogomarket.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Money;

class DisputeCaseTest {

  private static final long BUYER = 1;
  private static final long SELLER = 2;
  private static final long ADMIN = 3;
  private static final long OTHER_ADMIN = 4;
  private static final long COURIER = 5;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void each_side_appeals_only_against_what_it_lost() {
    assertThat(decided(DisputeDecision.REFUND_FULL, 100).lost("buyer")).isFalse();
    assertThat(decided(DisputeDecision.REFUND_FULL, 100).lost("seller")).isTrue();
    assertThat(decided(DisputeDecision.REJECT, 0).lost("buyer")).isTrue();
    assertThat(decided(DisputeDecision.REJECT, 0).lost("seller")).isFalse();
    assertThat(decided(DisputeDecision.REFUND_PARTIAL, 40).lost("buyer")).isTrue();
    assertThat(decided(DisputeDecision.REFUND_PARTIAL, 40).lost("seller")).isTrue();
  }

  @Test
  void an_appeal_has_its_time() {
    DisputeCase dispute = decided(DisputeDecision.REJECT, 0);
    assertThatCode(() -> dispute.requireAppealable("buyer", NOW)).doesNotThrowAnyException();
    assertThatThrownBy(() -> dispute.requireAppealable("buyer", NOW.plusSeconds(60)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void it_is_not_over_while_there_is_time_for_an_appeal() {
    DisputeCase dispute = decided(DisputeDecision.REJECT, 0);
    assertThatThrownBy(() -> dispute.requireAppealOver(NOW))
        .isInstanceOf(IllegalStateException.class);
    assertThatCode(() -> dispute.requireAppealOver(NOW.plusSeconds(60))).doesNotThrowAnyException();
  }

  @Test
  void nobody_appeals_twice() {
    DisputeCase dispute =
        dispute(DisputeStatus.RESOLVED, DisputeDecision.REJECT, 0, NOW.minusSeconds(5));
    assertThatThrownBy(() -> dispute.requireAppealable("buyer", NOW)).isInstanceOf(Conflict.class);
  }

  @Test
  void what_the_first_decision_gave_back_can_be_given_back_again() {
    assertThat(decided(DisputeDecision.REFUND_PARTIAL, 40).refundable())
        .isEqualTo(Money.ofSum(100));
  }

  @Test
  void nobody_decides_in_their_own_matter_or_twice() {
    DisputeCase first = dispute(DisputeStatus.IN_PROGRESS, null, 0, null);
    assertThatCode(() -> first.requireImpartial(ADMIN)).doesNotThrowAnyException();
    assertThatThrownBy(() -> first.requireImpartial(BUYER)).hasMessageContaining("own order");
    assertThatThrownBy(() -> first.requireImpartial(SELLER)).hasMessageContaining("own order");
    assertThatThrownBy(() -> first.requireImpartial(COURIER)).hasMessageContaining("own order");
    DisputeCase appeal = dispute(DisputeStatus.IN_PROGRESS, DisputeDecision.REJECT, 0, NOW);
    assertThatThrownBy(() -> appeal.requireImpartial(ADMIN)).hasMessageContaining("somebody else");
    assertThatCode(() -> appeal.requireImpartial(OTHER_ADMIN)).doesNotThrowAnyException();
  }

  @Test
  void who_opened_it_for_a_guest_does_not_decide_it() {
    DisputeCase dispute = dispute(DisputeStatus.IN_PROGRESS, null, 0, null, null, OTHER_ADMIN);
    assertThat(dispute.sideOf(OTHER_ADMIN)).isEmpty();
    assertThatThrownBy(() -> dispute.requireImpartial(OTHER_ADMIN))
        .hasFieldOrPropertyWithValue("code", "own_dispute");
    assertThatCode(() -> dispute.requireImpartial(ADMIN)).doesNotThrowAnyException();
  }

  @Test
  void a_decided_dispute_cannot_be_taken_back() {
    assertThatThrownBy(() -> decided(DisputeDecision.REPLACE, 0).requireUndecided())
        .isInstanceOf(Conflict.class);
    assertThatCode(() -> dispute(DisputeStatus.OPEN, null, 0, null).requireUndecided())
        .doesNotThrowAnyException();
  }

  private static DisputeCase decided(DisputeDecision decision, long refund) {
    return dispute(DisputeStatus.RESOLVED, decision, refund, null);
  }

  private static DisputeCase dispute(
      DisputeStatus status, DisputeDecision decision, long refund, Instant appealedAt) {
    return dispute(status, decision, refund, appealedAt, BUYER, BUYER);
  }

  private static DisputeCase dispute(
      DisputeStatus status,
      DisputeDecision decision,
      long refund,
      Instant appealedAt,
      Long buyer,
      long opener) {
    Money refunded = Money.ofSum(refund);
    return new DisputeCase(
        7,
        70,
        "GM1",
        buyer,
        SELLER,
        COURIER,
        Money.ofSum(100),
        refunded,
        opener,
        DisputeType.PRODUCT_ISSUE,
        "Broken",
        status,
        decision,
        refund == 0 ? null : refunded,
        refund == 0 ? null : 9L,
        decision == null ? null : ADMIN,
        decision == null ? null : NOW.plusSeconds(30),
        appealedAt,
        appealedAt == null ? null : ADMIN);
  }
}
