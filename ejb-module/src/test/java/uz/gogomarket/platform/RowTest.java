package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;

class RowTest {

  /** Every column is null. */
  private static final ResultSet NULLS =
      (ResultSet)
          Proxy.newProxyInstance(
              RowTest.class.getClassLoader(),
              new Class<?>[] {ResultSet.class},
              (proxy, method, arguments) -> null);

  private final Row row = new Row(NULLS, new Json());

  @Test
  void a_null_where_none_may_be_is_our_fault_and_no_reason_to_try_again() {
    assertThatThrownBy(() -> row.string("name"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("name");
  }

  @Test
  void a_null_where_one_may_be_is_read_as_one() throws Exception {
    assertThat(row.stringOrNull("name")).isNull();
  }
}
