package uz.gogomarket.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CheckoutWriterTest {

  @Test
  void the_promised_day_is_the_day_in_tashkent() {
    Instant lateInTheEvening = Instant.parse("2026-03-01T20:00:00Z");

    assertThat(CheckoutWriter.expected(lateInTheEvening, 24)).isEqualTo(LocalDate.of(2026, 3, 3));
  }
}
