package uz.gogomarket.orders;

import java.util.List;

/** A checkout that was just written, with its orders in the order of the plan. */
record PlacedCheckout(long id, String number, List<PlacedOrder> orders) {}
