package uz.gogomarket.orders;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.cart.CartLine;
import uz.gogomarket.cart.CartService;
import uz.gogomarket.catalog.ItemRef;
import uz.gogomarket.catalog.SellableItem;
import uz.gogomarket.catalog.SellableItems;
import uz.gogomarket.identity.AddressService;
import uz.gogomarket.identity.AddressView;
import uz.gogomarket.payments.PaymentMethod;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Actors;
import uz.gogomarket.platform.Allow;
import uz.gogomarket.platform.AllowAnyone;
import uz.gogomarket.platform.Elevated;
import uz.gogomarket.platform.FreshSession;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.NotFound;
import uz.gogomarket.platform.Permissions;
import uz.gogomarket.platform.Roles;
import uz.gogomarket.platform.Unprocessable;
import uz.gogomarket.shipping.GeoPoint;
import uz.gogomarket.shipping.Parcel;
import uz.gogomarket.shipping.ShippingService;

/**
 * Turns the cart of whoever is acting into orders. Everything of a checkout happens in one
 * transaction: stock, orders, commission, payment, cart.
 */
@Stateless
@AllowAnyone
public class CheckoutService {

  @Inject CartService cart;
  @Inject SellableItems sellableItems;
  @Inject AddressService addresses;
  @Inject ShippingService shipping;
  @Inject CheckoutPlacement placement;
  @Inject CheckoutPayments checkoutPayments;
  @Inject Checkouts checkouts;
  @Inject Actors actors;

  /** What the cart would cost now. Changes nothing and promises nothing. */
  @Elevated
  public CheckoutQuote quote(QuoteCheckout ask) {
    DeliveryAddress address = ask.addressId() == null ? ask.address() : mine(ask.addressId());
    return plan(cart.lines(), address).quote();
  }

  /**
   * Buys what is in the cart: takes the stock, writes an order per seller, takes the payment.
   *
   * @throws PriceChanged if the total is not what the buyer was told
   */
  @FreshSession
  @Elevated
  public CheckoutView place(PlaceCheckout command) {
    Actor buyer = actors.buyer();
    checkBuyer(buyer, command);
    List<CartLine> lines = cart.lockedLines();
    DeliveryAddress address =
        command.addressId() == null ? command.address() : mine(command.addressId());
    CheckoutPlan plan = plan(lines, address);
    if (!plan.total().equals(command.expectedTotal())) {
      throw new PriceChanged(plan.quote());
    }
    return placement.place(plan, buyer, command, plan.ships() ? address : null);
  }

  /** A checkout of one's own. */
  public CheckoutView get(String number) {
    return checkouts
        .view(number, actors.buyer())
        .orElseThrow(() -> new NotFound("checkout", number));
  }

  /** Pays a checkout that still waits for its payment out of the wallet. */
  @Allow({Roles.BUYER, Roles.SELLER, Roles.COURIER, Roles.ADMIN})
  @FreshSession
  @Elevated
  public CheckoutView pay(String number) {
    long buyerId = actors.userId();
    checkoutPayments.fromWallet(number, buyerId);
    return get(number);
  }

  /** Accounting found the bank transfer of a checkout. */
  @Allow(Permissions.ACCOUNTING_RECORD)
  @FreshSession
  @Elevated
  public CheckoutView recordPayment(String number, RecordPayment payment) {
    return checkoutPayments.byTransfer(number, payment);
  }

  private CheckoutPlan plan(List<CartLine> lines, @Nullable DeliveryAddress address) {
    List<ItemRef> refs = lines.stream().map(CartLine::item).distinct().toList();
    List<SellableItem> items = refs.isEmpty() ? List.of() : sellableItems.load(refs);
    CheckoutPlan plan = CheckoutPlan.of(lines, items, actors.current().userId());
    if (!plan.ships()) {
      return plan;
    }
    if (address == null) {
      throw InvalidInput.of("addressId", "address_needed");
    }
    List<Parcel> parcels = plan.shipped().stream().map(PlannedOrder::parcel).toList();
    return plan.broughtBy(shipping.quoteAll(address.destination(), parcels));
  }

  private DeliveryAddress mine(long addressId) {
    AddressView address = addresses.get(addressId);
    GeoPoint position =
        address.latitude() == null || address.longitude() == null
            ? null
            : new GeoPoint(address.latitude(), address.longitude());
    return new DeliveryAddress(
        address.fullName(),
        address.phone(),
        address.country(),
        address.city(),
        address.district(),
        address.street(),
        address.building(),
        address.apartment(),
        address.postalCode(),
        position,
        address.deliveryInstructions());
  }

  private static void checkBuyer(Actor buyer, PlaceCheckout command) {
    if (command.addressId() != null && command.address() != null) {
      throw InvalidInput.of("address", "address_twice", "addressId");
    }
    if (command.paymentMethod() == PaymentMethod.CARD) {
      throw new Unprocessable("payment_method_unavailable", "Cards are not taken yet.");
    }
    if (buyer.userId() != null) {
      if (command.guestInfo() != null) {
        throw InvalidInput.of("guestInfo", "guests_only");
      }
      return;
    }
    if (command.guestInfo() == null) {
      throw InvalidInput.of("guestInfo", "guest_needed");
    }
    if (command.addressId() != null) {
      throw InvalidInput.of("addressId", "accounts_only");
    }
    if (command.paymentMethod() != PaymentMethod.CASH) {
      throw new Unprocessable("account_needed", "Without an account you can pay in cash only.");
    }
  }
}
