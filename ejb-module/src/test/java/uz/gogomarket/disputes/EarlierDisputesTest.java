package uz.gogomarket.disputes;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EarlierDisputesTest {

  @Test
  void the_first_dispute_is_open_to_everybody() {
    allows(new EarlierDisputes(false, null, 0));
  }

  @Test
  void a_second_waits_for_the_end_of_the_first() {
    refuses(new EarlierDisputes(true, null, 0), "dispute_open");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REPLACE")
  void what_was_decided_is_not_disputed_again(DisputeDecision decision) {
    refuses(new EarlierDisputes(false, decision, 0), "dispute_decided");
  }

  @Test
  void a_replacement_that_does_not_come_can_be_disputed() {
    allows(new EarlierDisputes(false, DisputeDecision.REPLACE, 0));
  }

  @Test
  void what_was_withdrawn_can_be_opened_again_once() {
    allows(new EarlierDisputes(false, null, 1));
    refuses(new EarlierDisputes(false, null, 2), "dispute_withdrawn");
  }

  private static void allows(EarlierDisputes earlier) {
    assertThatCode(() -> earlier.allowAnother("O-1")).doesNotThrowAnyException();
  }

  private static void refuses(EarlierDisputes earlier, String code) {
    assertThatThrownBy(() -> earlier.allowAnother("O-1")).hasFieldOrPropertyWithValue("code", code);
  }
}
