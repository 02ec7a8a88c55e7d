package uz.gogomarket.web.soap;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.web.soap.contract.types.Money;

/** Values between the contracts and the domain; absent stays absent. */
public final class Values {

  private Values() {}

  public static uz.gogomarket.platform.Money money(Money money) {
    return new uz.gogomarket.platform.Money(money.getValue());
  }

  public static uz.gogomarket.platform.@Nullable Money moneyOrNull(@Nullable Money money) {
    return money == null ? null : money(money);
  }

  public static Money money(uz.gogomarket.platform.Money money) {
    Money amount = new Money();
    amount.setValue(money.amount());
    amount.setCurrency(uz.gogomarket.platform.Money.CURRENCY);
    return amount;
  }

  public static @Nullable Money moneyOrNull(uz.gogomarket.platform.@Nullable Money money) {
    return money == null ? null : money(money);
  }

  /** An enumeration's constant as the contracts write it. */
  public static String label(Enum<?> constant) {
    return EnumConverter.label(constant);
  }

  /** A text that the contracts take; blank ones are left out. */
  public static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
