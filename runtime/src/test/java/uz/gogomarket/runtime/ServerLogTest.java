package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerLogTest {
  private final ServerLog log = new ServerLog();

  @Test
  void everybodys_errors_and_our_warnings_are_shown() {
    assertThat(shown(record("SEVERE", "org.example", "It broke")))
        .containsExactly("SEVERE org.example: It broke");
    assertThat(shown(record("WARNING", "uz.gogomarket.orders.Orders", "Look here")))
        .containsExactly("WARNING uz.gogomarket.orders.Orders: Look here");
  }

  @Test
  void chatter_and_expired_authorities_are_not() {
    assertThat(shown(record("INFO", "uz.gogomarket.orders.Orders", "Fine"))).isEmpty();
    assertThat(shown(record("WARNING", "org.example", "Hm"))).isEmpty();
    assertThat(shown(record("SEVERE", "ssl", "The SSL certificate x has expired: ["))).isEmpty();
  }

  @Test
  void of_a_stack_trace_only_the_first_line_is_shown_and_repetitions_once() {
    String record = record("SEVERE", "org.example", "It broke\n  at one\n  at two");

    assertThat(shown(record + "\n" + record)).containsExactly("SEVERE org.example: It broke");
  }

  @Test
  void what_is_no_record_is_ignored() {
    assertThat(shown("Registered something in service registry.\n|#]\n\n")).isEmpty();
  }

  private static String record(String level, String logger, String text) {
    return "[#|2026-11-21T02:04:25.554+0000|%s|Payara 6.2025.9|%s|_ThreadID=22;|\n  %s|#]\n"
        .formatted(level, logger, text);
  }

  private List<String> shown(String output) {
    return output.lines().map(log::accept).flatMap(Optional::stream).toList();
  }
}
