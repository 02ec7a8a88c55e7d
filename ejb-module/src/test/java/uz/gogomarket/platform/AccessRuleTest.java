package uz.gogomarket.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessRuleTest {

  private static final Actor BUYER = Actor.user(1, Set.of(Roles.BUYER), "s");
  private static final Actor SELLER = Actor.user(2, Set.of(Roles.SELLER), "s");

  @Allow(Roles.SELLER)
  static class ForSellers {
    void inherited() {}

    @AllowAnyone
    void open() {}

    @Internal
    void internal() {}

    @Allow(Roles.BUYER)
    void forBuyers() {}
  }

  static class WithoutRule {
    void forgotten() {}
  }

  @Test
  void the_rule_of_the_class_holds_where_the_method_has_none() {
    assertThatCode(() -> call("inherited", SELLER, 0)).doesNotThrowAnyException();
    assertThatThrownBy(() -> call("inherited", BUYER, 0)).isInstanceOf(AccessDenied.class);
  }

  @Test
  void the_rule_of_the_method_wins() {
    assertThatCode(() -> call("forBuyers", BUYER, 0)).doesNotThrowAnyException();
    assertThatThrownBy(() -> call("forBuyers", SELLER, 0)).isInstanceOf(AccessDenied.class);
    assertThatCode(() -> call("open", Actor.ANONYMOUS, 0)).doesNotThrowAnyException();
  }

  @Test
  void nobody_and_guests_are_asked_to_log_in() {
    assertThatThrownBy(() -> call("inherited", Actor.ANONYMOUS, 0))
        .isInstanceOf(Unauthenticated.class);
    assertThatThrownBy(() -> call("inherited", Actor.guest(3), 0))
        .isInstanceOf(Unauthenticated.class);
  }

  @Test
  void an_internal_use_case_is_closed_to_the_doors_and_open_to_other_use_cases() {
    assertThatThrownBy(() -> call("internal", SELLER, 0)).isInstanceOf(IllegalStateException.class);
    assertThatCode(() -> call("internal", BUYER, 1)).doesNotThrowAnyException();
    assertThatCode(() -> call("internal", Actor.system("job"), 0)).doesNotThrowAnyException();
  }

  @Test
  void a_method_without_a_rule_cannot_be_called() {
    assertThatThrownBy(
            () ->
                AccessInterceptor.Rule.of(WithoutRule.class.getDeclaredMethod("forgotten"))
                    .check(SELLER, 0))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void call(String method, Actor actor, int depth) throws NoSuchMethodException {
    AccessInterceptor.Rule.of(ForSellers.class.getDeclaredMethod(method)).check(actor, depth);
  }
}
