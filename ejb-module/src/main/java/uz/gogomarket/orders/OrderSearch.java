package uz.gogomarket.orders;

import org.jspecify.annotations.Nullable;

/** Narrows a list of orders; what is absent does not. */
public record OrderSearch(
    @Nullable OrderStatus status, @Nullable Long buyerId, @Nullable Long sellerId) {

  public static OrderSearch ofStatus(@Nullable OrderStatus status) {
    return new OrderSearch(status, null, null);
  }
}
