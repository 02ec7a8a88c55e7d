package uz.gogomarket.dispatch;

import jakarta.validation.constraints.Positive;

/** Tells a courier to bring an order. */
public record AssignCourier(@Positive long courierId) {}
