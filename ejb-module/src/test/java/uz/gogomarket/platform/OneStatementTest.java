package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneStatementTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select id from users where email = ? and first_name <> 'a;b'",
        "insert into users (email) values (?) returning id",
        "update users set first_name = $$a;b$$ where id = ? -- not; here",
        "delete from user_sessions where user_id = ? /* nor; here */",
        "with gone as (delete from carts where id = ? returning id) select id from gone",
        " \n select 1;",
      })
  void a_statement_over_rows_is_let_through(String sql) {
    assertThatCode(() -> OneStatement.require(sql)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1; deallocate \"S_2\"; prepare \"S_2\" as select 2",
        "select id from users where email = ''; discard sequences --'",
        "select $$a$$; set row_security = off",
        "select '\\''; discard sequences --'",
        "select '\\'; discard sequences --'",
      })
  void a_second_statement_is_refused_wherever_it_stands(String sql) {
    assertThatThrownBy(() -> OneStatement.require(sql))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prepare evil as select 1",
        "copy (select 1) to stdout",
        "declare kept cursor with hold for select 1",
        "create table mine as select 1",
        "deallocate all",
        "discard sequences",
        "set row_security = off",
        "do 'begin execute ''discard sequences''; end'",
        "alter role gogomarket_app set row_security = off",
        "copy users to stdout",
        "/* select */ reset all",
        "",
      })
  void what_changes_the_connection_and_no_rows_is_refused(String sql) {
    assertThatThrownBy(() -> OneStatement.require(sql))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
