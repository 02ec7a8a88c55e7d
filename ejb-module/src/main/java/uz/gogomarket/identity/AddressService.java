package uz.gogomarket.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Row;
import uz.gogomarket.platform.Sql;
import uz.gogomarket.platform.StaleVersion;

/**
 * One's own addresses. Of each type that has any, exactly one is the default; a deleted address
 * stays for the orders that speak of it.
 */
@Stateless
@Allow({Roles.BUYER, Roles.SELLER, Roles.COURIER, Roles.ADMIN, Roles.WHOLESALER, Roles.INFLUENCER})
public class AddressService {

  static final int MAX_PER_ACCOUNT = 50;

  @Inject Sql sql;
  @Inject Actors actors;
  @Inject Clock clock;

  /** All of them, the defaults first; at most {@value #MAX_PER_ACCOUNT}. */
  public List<AddressView> list() {
    return sql.list(
        "select * from user_addresses where user_id = ? and deleted_at is null"
            + " order by is_default desc, id limit ?",
        AddressService::view,
        actors.userId(),
        MAX_PER_ACCOUNT);
  }

  /**
   * @throws NotFound if one has no such address
   */
  public AddressView get(long id) {
    return sql.first(
            "select * from user_addresses where id = ? and user_id = ? and deleted_at is null",
            AddressService::view,
            id,
            actors.userId())
        .orElseThrow(() -> new NotFound("address", id));
  }

  /**
   * @throws Conflict {@code too_many_addresses}
   * @throws InvalidInput if the telephone number or the position cannot be
   */
  public AddressView add(SaveAddress address) {
    long userId = actors.userId();
    String phone = checked(address);
    lockAddresses(userId);
    List<AddressView> others = list();
    if (others.size() >= MAX_PER_ACCOUNT) {
      throw new Conflict(
          "too_many_addresses",
          "An account can have " + MAX_PER_ACCOUNT + " addresses; delete one first.");
    }
    boolean first = others.stream().noneMatch(other -> other.type() == address.type());
    boolean asDefault = first || Boolean.TRUE.equals(address.isDefault());
    if (asDefault) {
      clearDefault(userId, address.type());
    }
    return sql.one(
        "insert into user_addresses (type, is_default, label, full_name, phone, country, city, district, street,"
            + " building, apartment, postal_code, latitude, longitude, delivery_instructions, user_id)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *",
        AddressService::view,
        columns(address, phone, asDefault, userId));
  }

  /**
   * Replaces an address; its type stays.
   *
   * @param version the version that was read
   * @throws StaleVersion if it was changed since
   */
  public AddressView update(long id, SaveAddress address, int version) {
    long userId = actors.userId();
    String phone = checked(address);
    lockAddresses(userId);
    AddressView before = current(id, version);
    if (before.type() != address.type()) {
      throw InvalidInput.of("type", "cannot be changed; add another address");
    }
    boolean asDefault = before.isDefault() || Boolean.TRUE.equals(address.isDefault());
    if (asDefault && !before.isDefault()) {
      clearDefault(userId, address.type());
    }
    return sql.one(
        "update user_addresses set type = ?, is_default = ?, label = ?, full_name = ?, phone = ?, country = ?,"
            + " city = ?, district = ?, street = ?, building = ?, apartment = ?, postal_code = ?, latitude = ?,"
            + " longitude = ?, delivery_instructions = ?, version = version + 1 where id = ? returning *",
        AddressService::view,
        columns(address, phone, asDefault, id));
  }

  /** Deletes an address; where it was the default, the one changed last takes its place. */
  public void delete(long id, int version) {
    long userId = actors.userId();
    lockAddresses(userId);
    AddressView before = current(id, version);
    sql.update(
        "update user_addresses set deleted_at = ?, is_default = false, version = version + 1 where id = ?",
        clock.instant(),
        id);
    if (before.isDefault()) {
      sql.update(
          "update user_addresses set is_default = true, version = version + 1 where id ="
              + " (select id from user_addresses where user_id = ? and type = ? and deleted_at is null"
              + " order by updated_at desc, id desc limit 1)",
          userId,
          before.type());
    }
  }

  /** Where a courier fetches a seller's goods: the default address for that, if there is one. */
  @Internal
  public Optional<AddressView> pickupAddress(long sellerId) {
    return actors.elevated(
        () ->
            sql.first(
                "select * from user_addresses where user_id = ? and type = 'pickup' and is_default"
                    + " and deleted_at is null",
                AddressService::view,
                sellerId));
  }

  /** The same for several sellers in one statement; those without such an address are left out. */
  @Internal
  public Map<Long, AddressView> pickupAddresses(Collection<Long> sellerIds) {
    Map<Long, AddressView> pickups = new HashMap<>();
    actors.elevated(
        () ->
            sql.list(
                "select * from user_addresses where user_id = any (?) and type = 'pickup'"
                    + " and is_default and deleted_at is null",
                row -> pickups.put(row.longValue("user_id"), view(row)),
                sellerIds));
    return pickups;
  }

  private AddressView current(long id, int version) {
    AddressView address = get(id);
    if (address.version() != version) {
      throw new StaleVersion();
    }
    return address;
  }

  /**
   * Two changes of one account's addresses come one after the other, so that one default stays one.
   */
  private void lockAddresses(long userId) {
    sql.one(
        "select id from users where id = ? for no key update", row -> row.longValue("id"), userId);
  }

  private void clearDefault(long userId, AddressType type) {
    sql.update(
        "update user_addresses set is_default = false, version = version + 1"
            + " where user_id = ? and type = ? and is_default and deleted_at is null",
        userId,
        type);
  }

  private static String checked(SaveAddress address) {
    if ((address.latitude() == null) != (address.longitude() == null)) {
      throw InvalidInput.of(
          address.latitude() == null ? "latitude" : "longitude",
          "must come together with the other");
    }
    return PhoneNumbers.e164(address.phone().strip())
        .orElseThrow(() -> InvalidInput.of("phone", PhoneNumbers.OBJECTION));
  }

  private static @Nullable Object[] columns(
      SaveAddress address, String phone, boolean isDefault, long lastParameter) {
    return new @Nullable Object[] {
      address.type(),
      isDefault,
      address.label(),
      address.fullName().strip(),
      phone,
      address.country().strip(),
      address.city().strip(),
      address.district(),
      address.street().strip(),
      address.building(),
      address.apartment(),
      address.postalCode(),
      address.latitude(),
      address.longitude(),
      address.deliveryInstructions(),
      lastParameter
    };
  }

  private static AddressView view(Row row) throws SQLException {
    return new AddressView(
        row.longValue("id"),
        row.enumValue("type", AddressType.class),
        row.bool("is_default"),
        row.stringOrNull("label"),
        row.string("full_name"),
        row.string("phone"),
        row.string("country"),
        row.string("city"),
        row.stringOrNull("district"),
        row.string("street"),
        row.stringOrNull("building"),
        row.stringOrNull("apartment"),
        row.stringOrNull("postal_code"),
        row.decimalOrNull("latitude"),
        row.decimalOrNull("longitude"),
        row.stringOrNull("delivery_instructions"),
        row.intValue("version"));
  }
}
