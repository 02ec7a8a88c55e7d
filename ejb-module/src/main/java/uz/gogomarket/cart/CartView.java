package uz.gogomarket.cart;

import java.util.List;
import uz.gogomarket.platform.Editable;
import uz.gogomarket.platform.Money;

/**
 * A cart as its owner sees it.
 *
 * @param sellers grouped as the orders will be, sellers in the order of their ids
 * @param unavailable lines whose product is gone altogether
 * @param units the sum of all quantities
 * @param subtotal what can be bought costs this, without delivery
 * @param version changes with every change of the cart
 */
public record CartView(
    List<CartOfSeller> sellers, List<CartGone> unavailable, int units, Money subtotal, int version)
    implements Editable {}
