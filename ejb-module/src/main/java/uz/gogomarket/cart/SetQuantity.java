package uz.gogomarket.cart;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many of a line are wanted. */
public record SetQuantity(@Min(1) @Max(CartPolicy.MAX_QUANTITY) int quantity) {}
