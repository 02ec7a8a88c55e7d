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
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.Conflict;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.Entities;
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

  @Inject Sql sql;
  @Inject Entities entities;
  @Inject Actors actors;
  @Inject Clock clock;

  /** All of them, the defaults first; at most {@value AddressBook#MAX}. */
  public List<AddressView> list() {
    return sql.list(
        "select * from user_addresses where user_id = ? and deleted_at is null"
            + " order by is_default desc, id limit ?",
        AddressService::view,
        actors.userId(),
        AddressBook.MAX);
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
    AddressBook book = lockBook(userId);
    if (book.isFull()) {
      throw new Conflict(
          "too_many_addresses",
          "An account can have " + AddressBook.MAX + " addresses; delete one first.");
    }
    Address made = new Address(userId, address, phone);
    if (book.becomesDefault(address.type(), Boolean.TRUE.equals(address.isDefault()))) {
      replaceDefault(book, made);
    }
    return entities.add(made).view();
  }

  /**
   * Replaces an address; its type stays.
   *
   * @param version the version that was read
   * @throws StaleVersion if it was changed since
   */
  public AddressView update(long id, SaveAddress address, int version) {
    String phone = checked(address);
    AddressBook book = lockBook(actors.userId());
    Address changed = find(book, id, version);
    if (changed.type() != address.type()) {
      throw InvalidInput.of("type", "type_is_fixed");
    }
    if (Boolean.TRUE.equals(address.isDefault()) && !changed.isDefault()) {
      replaceDefault(book, changed);
    }
    changed.write(address, phone);
    entities.flush();
    return changed.view();
  }

  /** Deletes an address; where it was the default, the one changed last takes its place. */
  public void delete(long id, int version) {
    AddressBook book = lockBook(actors.userId());
    Optional<Address> successor = book.delete(find(book, id, version), clock.instant());
    entities.flush();
    successor.ifPresent(
        address -> {
          address.setDefault(true);
          entities.flush();
        });
  }

  /** Where a courier fetches a seller's goods: the default address for that, if there is one. */
  @Internal
  @Elevated
  public Optional<AddressView> pickupAddress(long sellerId) {
    return sql.first(
        "select * from user_addresses where user_id = ? and type = 'pickup' and is_default"
            + " and deleted_at is null",
        AddressService::view,
        sellerId);
  }

  /** The same for several sellers in one statement; those without such an address are left out. */
  @Internal
  @Elevated
  public Map<Long, AddressView> pickupAddresses(Collection<Long> sellerIds) {
    Map<Long, AddressView> pickups = new HashMap<>();
    sql.list(
        "select * from user_addresses where user_id = any (?) and type = 'pickup'"
            + " and is_default and deleted_at is null",
        row -> pickups.put(row.longValue("user_id"), view(row)),
        sellerIds);
    return pickups;
  }

  /** Two changes of one account's addresses come one after the other. */
  private AddressBook lockBook(long userId) {
    sql.lock("select id from users where id = ?", userId);
    return new AddressBook(
        entities.list(
            Address.class,
            "select a from Address a where a.userId = ?1 and a.deletedAt is null",
            userId));
  }

  private static Address find(AddressBook book, long id, int version) {
    Address address = book.find(id).orElseThrow(() -> new NotFound("address", id));
    address.requireVersion(version);
    return address;
  }

  /** Written one after the other: the database allows no two defaults, not even for a moment. */
  private void replaceDefault(AddressBook book, Address successor) {
    book.defaultOf(successor.type()).ifPresent(former -> former.setDefault(false));
    entities.flush();
    successor.setDefault(true);
  }

  private static String checked(SaveAddress address) {
    if ((address.latitude() == null) != (address.longitude() == null)) {
      throw InvalidInput.of(
          address.latitude() == null ? "latitude" : "longitude",
          "needs_other",
          address.latitude() == null ? "longitude" : "latitude");
    }
    return PhoneNumbers.e164(address.phone().strip())
        .orElseThrow(() -> InvalidInput.of("phone", "not_phone"));
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
