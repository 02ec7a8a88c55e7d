package uz.gogomarket.orders;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Cancels an order, and says why. */
public record CancelOrder(@NotBlank @Size(max = 500) String reason) {}
