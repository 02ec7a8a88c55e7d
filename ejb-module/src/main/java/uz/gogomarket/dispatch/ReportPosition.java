package uz.gogomarket.dispatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import uz.gogomarket.shipping.GeoPoint;

/** Where the courier is now. */
public record ReportPosition(@NotNull @Valid GeoPoint position) {}
