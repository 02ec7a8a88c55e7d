package uz.gogomarket.dispatch;

import org.jspecify.annotations.Nullable;

/** Where a seller's parcels are fetched. */
public record PickupPlace(
    String name,
    String phone,
    String city,
    @Nullable String district,
    String street,
    @Nullable String building) {}
