package uz.gogomarket.cart;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/** Puts a product, or the variant of it that the buyer chose, into the cart. */
public record AddToCart(
    @Positive long productId,
    @Nullable @Positive Long variantId,
    @Min(1) @Max(CartPolicy.MAX_QUANTITY) int quantity) {}
