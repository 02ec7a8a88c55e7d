package uz.gogomarket.identity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Editable;

/**
 * An address of an account. {@code latitude} and {@code longitude} are both there or both absent
 * (WGS 84, degrees).
 */
public record AddressView(
    long id,
    AddressType type,
    boolean isDefault,
    @Nullable String label,
    String fullName,
    String phone,
    String country,
    String city,
    @Nullable String district,
    String street,
    @Nullable String building,
    @Nullable String apartment,
    @Nullable String postalCode,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude,
    @Nullable String deliveryInstructions,
    int version)
    implements Editable {}
