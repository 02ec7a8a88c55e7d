package uz.gogomarket.orders;

import java.util.List;

/** The keys of an order that was just written: its items' ids are in the order of the lines. */
record PlacedOrder(
    long checkoutId, String checkoutNumber, long id, String number, List<Long> itemIds) {}
