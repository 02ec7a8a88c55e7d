package uz.gogomarket.payments;

/** A buyer pays, unless the transaction fails. */
record PaymentTried(PaymentMethod method, PaymentStatus outcome) {}
