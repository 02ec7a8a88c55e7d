package uz.gogomarket.payments;

/** What came of a payment: {@code PAID}, or {@code PENDING} where the money comes later. */
public record PaymentResult(long paymentId, PaymentStatus status) {}
