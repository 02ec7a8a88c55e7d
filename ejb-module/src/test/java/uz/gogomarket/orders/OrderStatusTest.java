package uz.gogomarket.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import uz.gogomarket.platform.EnumConverter;

class OrderStatusTest {

  private static final Path MIGRATION =
      Path.of("../sql/src/main/resources/db/migration/V070__orders.sql");

  @Example
  void the_machine_is_the_one_that_guards_the_database() throws IOException {
    String migration = Files.readString(MIGRATION);
    String table =
        migration.substring(
            migration.indexOf("insert into order_transitions"),
            migration.indexOf("create function check_history_step"));
    Matcher pair = Pattern.compile("\\('(\\w+)', '(\\w+)'\\)").matcher(table);
    Set<String> inDatabase =
        pair.results().map(r -> step(r.group(1), r.group(2))).collect(Collectors.toSet());

    Set<String> inJava =
        Arrays.stream(OrderStatus.values())
            .flatMap(from -> from.next().stream().map(to -> step(label(from), label(to))))
            .collect(Collectors.toSet());

    assertThat(inJava).isEqualTo(inDatabase);
  }

  @Example
  void every_status_can_be_reached() {
    Set<OrderStatus> reached = EnumSet.of(OrderStatus.PENDING);
    for (int step = 0; step < OrderStatus.values().length; step++) {
      Set.copyOf(reached).forEach(status -> reached.addAll(status.next()));
    }

    assertThat(reached).containsExactlyInAnyOrder(OrderStatus.values());
  }

  @Property
  void nothing_is_cancelled_once_the_courier_has_it(@ForAll List<OrderStatus> wishes) {
    OrderStatus status = OrderStatus.PENDING;
    boolean withCourier = false;
    for (OrderStatus wish : wishes) {
      if (!status.mayBecome(wish)) {
        continue;
      }
      if (wish == OrderStatus.CANCELLED) {
        assertThat(status)
            .isIn(
                OrderStatus.PENDING,
                OrderStatus.CONFIRMED,
                OrderStatus.PROCESSING,
                OrderStatus.READY_FOR_PICKUP);
        assertThat(withCourier).isFalse();
      }
      status = wish;
      withCourier =
          Set.of(OrderStatus.PICKED_UP, OrderStatus.IN_TRANSIT, OrderStatus.DELIVERED)
              .contains(status);
    }
  }

  @Property
  void only_what_was_delivered_is_refunded_and_that_is_the_end(@ForAll OrderStatus from) {
    assertThat(from.mayBecome(OrderStatus.REFUNDED)).isEqualTo(from == OrderStatus.DELIVERED);
    assertThat(OrderStatus.REFUNDED.next()).isEmpty();
    assertThat(OrderStatus.CANCELLED.next()).isEmpty();
  }

  @Property
  void no_status_follows_itself(@ForAll OrderStatus status) {
    assertThat(status.mayBecome(status)).isFalse();
  }

  private static String step(String from, String to) {
    return from + " -> " + to;
  }

  private static String label(OrderStatus status) {
    return EnumConverter.label(status);
  }
}
