package uz.gogomarket.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.OutOfStock;
import uz.gogomarket.catalog.SellableItem;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;
import uz.gogomarket.platform.Unprocessable;

class CartPolicyTest {

  private static final Money PRICE = Money.ofSum(1000);

  @Example
  void what_can_be_bought_may_be_wanted() {
    assertThatCode(() -> CartPolicy.check(item(10, false, 1, null, true), 10))
        .doesNotThrowAnyException();
    assertThatCode(() -> CartPolicy.check(item(0, true, 1, null, true), 10))
        .doesNotThrowAnyException();
  }

  @Example
  void what_cannot_is_refused() {
    assertThatThrownBy(() -> CartPolicy.check(item(10, false, 1, null, true), 11))
        .isInstanceOf(OutOfStock.class);
    assertThatThrownBy(() -> CartPolicy.check(item(10, false, 3, null, true), 2))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> CartPolicy.check(item(10, false, 1, 4, true), 5))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> CartPolicy.check(item(10, false, 1, null, false), 1))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> CartPolicy.check(item(9999, false, 1, null, true), 1001))
        .isInstanceOf(InvalidInput.class);
  }

  @Example
  void ones_own_goods_are_refused_and_a_guest_owns_none() {
    SellableItem item = item(10, false, 1, null, true);

    assertThatThrownBy(() -> CartPolicy.checkBuyer(item, 7L)).isInstanceOf(Unprocessable.class);
    assertThatCode(() -> CartPolicy.checkBuyer(item, 8L)).doesNotThrowAnyException();
    assertThatCode(() -> CartPolicy.checkBuyer(item, null)).doesNotThrowAnyException();
  }

  @Example
  void changes_since_the_last_look_are_said() {
    assertThat(CartPolicy.changes(item(10, false, 1, null, true), 2, PRICE)).isEmpty();
    assertThat(CartPolicy.changes(item(1, false, 1, null, true), 2, Money.ofSum(900)))
        .isEqualTo(List.of(CartChange.PRICE_UP, CartChange.SHORT));
    assertThat(CartPolicy.changes(item(10, false, 5, null, true), 2, Money.ofSum(1100)))
        .isEqualTo(List.of(CartChange.PRICE_DOWN, CartChange.QUANTITY_NOT_ALLOWED));
    assertThat(CartPolicy.changes(item(0, false, 1, null, false), 2, PRICE))
        .isEqualTo(List.of(CartChange.UNAVAILABLE));
  }

  @Property
  void joined_quantities_are_summed_up_to_what_is_allowed_and_never_shrink(
      @ForAll @IntRange(min = 1, max = 1000) int mine,
      @ForAll @IntRange(min = 1, max = 1000) int guest,
      @ForAll @IntRange(min = 1, max = 1000) int most) {
    int joined = CartPolicy.merged(item(10, false, 1, most, true), mine, guest);

    assertThat(joined).isBetween(Math.max(mine, guest), CartPolicy.MAX_QUANTITY);
    if (mine + guest <= most) {
      assertThat(joined).isEqualTo(mine + guest);
    }
  }

  private static SellableItem item(
      int available, boolean backorder, int least, Integer most, boolean sellable) {
    return new SellableItem(
        ItemRef.product(1),
        7,
        "Texno Olam",
        1,
        "Item",
        null,
        null,
        "item",
        null,
        Map.of(),
        PRICE,
        BigDecimal.ZERO,
        BigDecimal.ONE,
        available,
        backorder,
        true,
        false,
        least,
        most,
        sellable,
        0);
  }
}
