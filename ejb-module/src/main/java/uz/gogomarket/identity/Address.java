package uz.gogomarket.identity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.Versioned;

/** An address in somebody's {@link AddressBook}. Deleted, it stays for the orders that name it. */
@Entity
@Table(name = "user_addresses")
class Address extends Versioned {

  @Column(name = "user_id", updatable = false)
  private long userId;

  @Convert(converter = TypeConverter.class)
  private AddressType type;

  @Column(name = "is_default")
  private boolean isDefault;

  private @Nullable String label;

  @Column(name = "full_name")
  private String fullName;

  private String phone;
  private String country;
  private String city;
  private @Nullable String district;
  private String street;
  private @Nullable String building;
  private @Nullable String apartment;

  @Column(name = "postal_code")
  private @Nullable String postalCode;

  private @Nullable BigDecimal latitude;
  private @Nullable BigDecimal longitude;

  @Column(name = "delivery_instructions")
  private @Nullable String deliveryInstructions;

  @Column(name = "updated_at", insertable = false, updatable = false)
  private @Nullable Instant updatedAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Address() {}

  Address(long userId, SaveAddress address, String phone) {
    this.userId = userId;
    this.type = address.type();
    write(address, phone);
  }

  /**
   * Replaces everything but the type and whether it is the default.
   *
   * @param phone the number in E.164
   */
  final void write(SaveAddress address, String phone) {
    this.label = address.label();
    this.fullName = address.fullName().strip();
    this.phone = phone;
    this.country = address.country().strip();
    this.city = address.city().strip();
    this.district = address.district();
    this.street = address.street().strip();
    this.building = address.building();
    this.apartment = address.apartment();
    this.postalCode = address.postalCode();
    this.latitude = address.latitude();
    this.longitude = address.longitude();
    this.deliveryInstructions = address.deliveryInstructions();
  }

  void setDefault(boolean isDefault) {
    this.isDefault = isDefault;
  }

  void delete(Instant now) {
    this.deletedAt = now;
    this.isDefault = false;
  }

  AddressType type() {
    return type;
  }

  boolean isDefault() {
    return isDefault;
  }

  /** When it was changed last; null before it was written. */
  @Nullable Instant updatedAt() {
    return updatedAt;
  }

  AddressView view() {
    return new AddressView(
        id(),
        type,
        isDefault,
        label,
        fullName,
        phone,
        country,
        city,
        district,
        street,
        building,
        apartment,
        postalCode,
        latitude,
        longitude,
        deliveryInstructions,
        version());
  }

  @Converter
  static class TypeConverter extends EnumConverter<AddressType>
      implements AttributeConverter<AddressType, Object> {
    TypeConverter() {
      super(AddressType.class);
    }
  }
}
