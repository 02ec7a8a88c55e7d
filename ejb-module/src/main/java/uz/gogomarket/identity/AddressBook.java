package uz.gogomarket.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The addresses of one account. Of each type that has any, exactly one is the default: the first of
 * its type, until another takes its place; where the default is deleted, the one changed last does.
 */
final class AddressBook {

  static final int MAX = 50;

  private final List<Address> addresses;

  AddressBook(List<Address> addresses) {
    this.addresses = new ArrayList<>(addresses);
  }

  boolean isFull() {
    return addresses.size() >= MAX;
  }

  Optional<Address> find(long id) {
    return addresses.stream().filter(address -> address.id() == id).findFirst();
  }

  Optional<Address> defaultOf(AddressType type) {
    return addresses.stream()
        .filter(address -> address.type() == type && address.isDefault())
        .findFirst();
  }

  /** Whether an address that is wanted as the default, or not, becomes it. */
  boolean becomesDefault(AddressType type, boolean wanted) {
    return wanted || defaultOf(type).isEmpty();
  }

  /** Deletes an address; who takes its place where it was the default. */
  Optional<Address> delete(Address address, Instant now) {
    boolean wasDefault = address.isDefault();
    address.delete(now);
    addresses.remove(address);
    return wasDefault
        ? addresses.stream()
            .filter(other -> other.type() == address.type())
            .max(
                Comparator.comparing(
                        (Address other) -> Objects.requireNonNullElse(other.updatedAt(), now))
                    .thenComparing(Address::id))
        : Optional.empty();
  }
}
