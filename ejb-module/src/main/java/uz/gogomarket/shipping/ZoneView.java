package uz.gogomarket.shipping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Editable;

/** A delivery zone as admins see it, with the tariff in force. */
public record ZoneView(
    long id,
    String name,
    @Nullable String description,
    String city,
    List<String> districts,
    @Nullable List<GeoPoint> polygon,
    boolean active,
    @Nullable TariffView tariff,
    int version)
    implements Editable {}
