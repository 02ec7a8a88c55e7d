package uz.gogomarket.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LostClientsTest {

  @Test
  void a_client_that_hung_up_is_no_failure() {
    LogRecord record = record(new UncheckedIOException(new IOException("Connection is closed")));

    assertThat(LostClients.isWorthTelling(record)).isFalse();
    assertThat(record.getLevel()).isEqualTo(Level.FINE);
  }

  @Test
  void an_answer_that_cannot_be_written_is_one() {
    assertThat(
            LostClients.isWorthTelling(
                record(JsonMappingException.fromUnexpectedIOE(new IOException("no JSON")))))
        .isTrue();
    assertThat(LostClients.isWorthTelling(record(new IllegalStateException("wrong")))).isTrue();
    assertThat(LostClients.isWorthTelling(record(null))).isTrue();
  }

  private static LogRecord record(@Nullable Throwable thrown) {
    LogRecord record = new LogRecord(Level.SEVERE, "Error while closing the output stream");
    record.setThrown(thrown);
    return record;
  }
}
