package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTest {

  @Test
  void conditions_are_joined_and_their_values_keep_their_order() {
    Query query =
        Query.of("select * from t join u using (?)", 1)
            .where("a = ? or b = ?", 2, 3)
            .whereGiven("c = ?", 4)
            .whereIf(true, "d")
            .then(" order by a");

    assertThat(query.text())
        .isEqualTo(
            "select * from t join u using (?) where (a = ? or b = ?) and (c = ?) and (d) order by"
                + " a");
    assertThat(query.parameters()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void what_is_absent_leaves_no_trace() {
    Query query = Query.of("select 1").whereGiven("a = ?", null).whereIf(false, "b = ?", 5);

    assertThat(query.text()).isEqualTo("select 1");
    assertThat(query.parameters()).isEmpty();
  }

  @Test
  void a_first_page_begins_with_the_newest_and_the_next_goes_on_from_the_cursor() {
    Query first = Query.of("select 1").newestFirst("t.id", PageRequest.first(10));
    Query next =
        Query.of("select 1").newestFirst("t.id", new PageRequest(10, Cursor.of(77).encode()));

    assertThat(first.text()).isEqualTo("select 1 order by t.id desc limit ?");
    assertThat(first.parameters()).containsExactly(11);
    assertThat(next.text()).isEqualTo("select 1 where (t.id < ?) order by t.id desc limit ?");
    assertThat(next.parameters()).containsExactly(77L, 11);
  }

  @Test
  void a_part_that_was_put_together_apart_brings_its_values() {
    Query part = Query.conditions().where("a = ?", 1).where("b = ?", 2);

    Query whole = Query.of("select ? from t where ", 0).then(part).then(" limit ?", 3);

    assertThat(whole.text()).isEqualTo("select ? from t where (a = ?) and (b = ?) limit ?");
    assertThat(whole.parameters()).containsExactly(0, 1, 2, 3);
  }
}
