package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class DatabaseFailureTest {

  private static final SQLException REFUSED =
      new PSQLException(
          new ServerErrorMessage("SERROR\0C23505\0Mduplicate key value\0nidx_products_sku\0"));

  @Test
  void a_refusal_names_the_constraint() {
    assertThat(failure(REFUSED).violates("idx_products_sku")).isTrue();
    assertThat(failure(REFUSED).violates("idx_products_slug")).isFalse();
  }

  @Test
  void so_does_the_refusal_of_a_batch() {
    SQLException batch =
        new BatchUpdateException("Batch entry 0 was aborted", "23505", new int[0], REFUSED);

    assertThat(failure(batch).violates("idx_products_sku")).isTrue();
  }

  @Test
  void what_the_server_did_not_tell_names_none() {
    assertThat(failure(new SQLException("gone", "08006")).violates("")).isFalse();
  }

  private static DatabaseFailure failure(SQLException cause) {
    return (DatabaseFailure) DatabaseFailure.of(cause);
  }
}
