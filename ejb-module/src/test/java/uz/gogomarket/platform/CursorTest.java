package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void a_cursor_comes_back_as_it_was() {
    Instant time = Instant.parse("2026-11-21T09:30:00.123456Z");
    Cursor cursor = Cursor.parse(Cursor.of(time, 17L, "ўзбек, \"x\"").encode());

    assertThat(cursor.instantAt(0)).isEqualTo(time);
    assertThat(cursor.longAt(1)).isEqualTo(17);
    assertThat(cursor.stringAt(2)).isEqualTo("ўзбек, \"x\"");
  }

  @Property
  void whatever_text_a_client_sends_is_refused_or_read(@ForAll String text) {
    try {
      Cursor.parse(text).longAt(0);
    } catch (InvalidInput e) {
      assertThat(e.violations()).extracting(Violation::field).containsExactly("cursor");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "a", "!!!!"})
  void a_text_that_is_no_cursor_is_refused(String text) {
    assertThatThrownBy(() -> Cursor.parse(text).longAt(0)).isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+200000000-01-01T00:00:00Z",
        "-200000000-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "10000-01-01T00:00:00Z",
        "soon",
        ""
      })
  void a_time_that_the_database_has_no_room_for_is_refused(String time) {
    Cursor cursor = Cursor.parse(Cursor.of(time).encode());

    assertThatThrownBy(() -> cursor.instantAt(0)).isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e999999999", "1e-2147483647", "1e46", "12345678901234567890123456", "1,5", ""})
  void a_number_that_the_database_has_no_room_for_is_refused(String number) {
    Cursor cursor = Cursor.parse(Cursor.of(number).encode());

    assertThatThrownBy(() -> cursor.decimalAt(0)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void a_page_has_a_next_one_only_where_more_was_found() {
    PageRequest request = PageRequest.first(2);

    Page<Integer> last = Page.of(List.of(1, 2), request, Cursor::of);
    Page<Integer> first = Page.of(List.of(1, 2, 3), request, Cursor::of);

    assertThat(last.nextCursor()).isNull();
    assertThat(first.items()).containsExactly(1, 2);
    assertThat(first.nextCursor()).isEqualTo(Cursor.of(2).encode());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101})
  void a_limit_out_of_range_is_refused(int limit) {
    assertThatThrownBy(() -> PageRequest.first(limit)).isInstanceOf(InvalidInput.class);
  }
}
