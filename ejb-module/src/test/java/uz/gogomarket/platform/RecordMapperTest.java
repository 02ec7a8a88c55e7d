package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class RecordMapperTest {

  enum State {
    OPEN,
    ALL_OVER
  }

  record Point(BigDecimal latitude, BigDecimal longitude) {}

  record Everything(
      long id,
      @Nullable Long parentId,
      int units,
      boolean inStock,
      String firstName,
      Money price,
      Instant createdAt,
      LocalDate day,
      UUID uuid,
      State state,
      Optional<State> formerState) {}

  record Lists(
      List<String> tags, Set<Long> ids, List<State> states, List<Money> prices, List<Point> way) {}

  record Typed(Map<String, String> attributes, Point place, @Nullable Point seenAt) {}

  record Parcel(long id, Point from, @Nullable Point to) {}

  record Refusing(int units) {
    Refusing {
      if (units < 0) {
        throw new IllegalArgumentException("fewer than none");
      }
    }
  }

  @Test
  void columns_become_components_by_their_names_whatever_their_order() throws Exception {
    UUID uuid = UUID.randomUUID();

    Everything made =
        row("former_state", null)
            .and("state", "all_over")
            .and("uuid", uuid)
            .and("day", LocalDate.of(2026, 11, 21))
            .and("created_at", OffsetDateTime.parse("2026-11-21T10:00:00+05:00"))
            .and("price", new BigDecimal("12.50"))
            .and("first_name", "Ali")
            .and("in_stock", true)
            .and("units", 3)
            .and("parent_id", null)
            .and("id", 7L)
            .and("no_component", "left alone")
            .as(Everything.class);

    assertThat(made)
        .isEqualTo(
            new Everything(
                7,
                null,
                3,
                true,
                "Ali",
                Money.of("12.50"),
                Instant.parse("2026-11-21T05:00:00Z"),
                LocalDate.of(2026, 11, 21),
                uuid,
                State.ALL_OVER,
                Optional.empty()));
  }

  @Test
  void arrays_become_lists_and_sets_of_their_elements_and_json_lists_of_anything()
      throws Exception {
    Lists made =
        row("tags", new String[] {"a", "b"})
            .and("ids", new Long[] {2L, 1L, 2L})
            .and("states", new String[] {"open", "all_over"})
            .and("prices", new BigDecimal[] {new BigDecimal("1.00")})
            .and("way", "[{\"latitude\": 41.3, \"longitude\": 69.2}]")
            .as(Lists.class);

    assertThat(made)
        .isEqualTo(
            new Lists(
                List.of("a", "b"),
                Set.of(1L, 2L),
                List.of(State.OPEN, State.ALL_OVER),
                List.of(Money.of("1.00")),
                List.of(point("41.3", "69.2"))));
  }

  @Test
  void json_becomes_what_the_component_says() throws Exception {
    Typed made =
        row("attributes", "{\"colour\": \"red\"}")
            .and("place", "{\"latitude\": 41.3, \"longitude\": 69.2}")
            .and("seen_at", null)
            .as(Typed.class);

    assertThat(made).isEqualTo(new Typed(Map.of("colour", "red"), point("41.3", "69.2"), null));
  }

  @Test
  void a_record_within_a_record_is_made_of_the_columns_with_its_name() throws Exception {
    Rows from =
        row("id", 1L)
            .and("from_latitude", new BigDecimal("41.3"))
            .and("from_longitude", new BigDecimal("69.2"));

    assertThat(from.and("to_latitude", null).and("to_longitude", null).as(Parcel.class))
        .isEqualTo(new Parcel(1, point("41.3", "69.2"), null));
    assertThat(
            from.and("to_latitude", new BigDecimal("1"))
                .and("to_longitude", new BigDecimal("2"))
                .as(Parcel.class))
        .isEqualTo(new Parcel(1, point("41.3", "69.2"), point("1", "2")));
  }

  @Test
  void a_component_without_a_column_is_refused_with_the_names_of_both() {
    assertThatThrownBy(() -> row("latitude", BigDecimal.ONE).and("longitud", 1).as(Point.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Point.longitude has no column longitude among latitude, longitud");
  }

  @Test
  void a_null_where_none_may_be_is_refused_with_the_names_of_both() {
    assertThatThrownBy(() -> row("latitude", null).and("longitude", BigDecimal.ONE).as(Point.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Point.latitude");
    assertThatThrownBy(() -> row("units", null).as(Refusing.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Refusing.units");
  }

  @Test
  void a_label_that_an_enum_does_not_have_is_refused_with_its_name() {
    record Only(State state) {}

    assertThatThrownBy(() -> row("state", "lost").as(Only.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("State has no lost");
  }

  @Test
  void what_the_record_itself_refuses_is_told_as_it_told_it() {
    assertThatThrownBy(() -> row("units", -1).as(Refusing.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fewer than none");
  }

  @Test
  void a_scalar_is_the_only_column() throws Exception {
    assertThat(row("n", 5L).as(Long.class)).isEqualTo(5L);
    assertThat(row("s", "open").as(State.class)).isEqualTo(State.OPEN);
    assertThatThrownBy(() -> row("n", 5L).and("m", 6L).as(Long.class))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> row("n", null).as(Long.class))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void one_record_is_made_of_different_lists_of_columns() throws Exception {
    assertThat(row("latitude", BigDecimal.ONE).and("longitude", BigDecimal.TEN).as(Point.class))
        .isEqualTo(point("1", "10"));
    assertThat(row("longitude", BigDecimal.TEN).and("latitude", BigDecimal.ONE).as(Point.class))
        .isEqualTo(point("1", "10"));
  }

  private static Point point(String latitude, String longitude) {
    return new Point(new BigDecimal(latitude), new BigDecimal(longitude));
  }

  private static Rows row(String column, @Nullable Object value) {
    return new Rows(Map.of()).and(column, value);
  }

  /** A result that stands on its only row. */
  private record Rows(Map<String, @Nullable Object> columns) {

    Rows and(String column, @Nullable Object value) {
      Map<String, @Nullable Object> more = new LinkedHashMap<>(columns);
      more.put(column, value);
      return new Rows(more);
    }

    <T> T as(Class<T> type) throws SQLException {
      Row row = new Row(result(), new Json());
      assertThat(row.as(type)).isEqualTo(row.as(type));
      return row.as(type);
    }

    private ResultSet result() {
      List<@Nullable Object> values = new ArrayList<>(columns.values());
      List<String> labels = List.copyOf(columns.keySet());
      ResultSetMetaData names =
          proxy(
              ResultSetMetaData.class,
              (method, arguments) ->
                  switch (method.getName()) {
                    case "getColumnCount" -> labels.size();
                    case "getColumnLabel" -> labels.get((int) arguments[0] - 1);
                    default ->
                        values.get((int) arguments[0] - 1) instanceof Object[]
                            ? Types.ARRAY
                            : Types.OTHER;
                  });
      @Nullable Object[] last = new @Nullable Object[1];
      return proxy(
          ResultSet.class,
          (method, arguments) -> {
            if (method.getName().equals("getMetaData")) {
              return names;
            }
            if (method.getName().equals("wasNull")) {
              return last[0] == null;
            }
            last[0] = values.get((int) arguments[0] - 1);
            return read(method, last[0]);
          });
    }

    private static @Nullable Object read(Method method, @Nullable Object value) {
      if (value instanceof Object[] elements) {
        return proxy(Array.class, (asked, arguments) -> elements);
      }
      if (value != null) {
        return value;
      }
      Class<?> type = method.getReturnType();
      if (type == long.class) {
        return 0L;
      }
      return type == int.class ? Integer.valueOf(0) : null;
    }

    @FunctionalInterface
    private interface Answer {
      @Nullable Object to(Method method, Object[] arguments);
    }

    private static <P> P proxy(Class<P> type, Answer answer) {
      return type.cast(
          Proxy.newProxyInstance(
              RecordMapperTest.class.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) -> answer.to(method, arguments)));
    }
  }
}
