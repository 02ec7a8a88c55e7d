package uz.gogomarket.identity;

/**
 * What an address is for: goods go to it, bills go to it, or a courier fetches a seller's goods
 * from it.
 */
public enum AddressType {
  DELIVERY,
  BILLING,
  PICKUP
}
