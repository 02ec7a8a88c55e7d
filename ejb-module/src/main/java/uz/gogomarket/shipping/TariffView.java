package uz.gogomarket.shipping;

import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/** A tariff as admins see it. */
public record TariffView(
    long id,
    String name,
    Money baseCost,
    Money costPerKm,
    Money costPerKg,
    Money minimumOrder,
    @Nullable Money freeFrom,
    int estimatedHours) {}
