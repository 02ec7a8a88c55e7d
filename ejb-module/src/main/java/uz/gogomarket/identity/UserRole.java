package uz.gogomarket.identity;

/**
 * What an account does on the marketplace. Everybody may buy; the others are verified by an admin
 * before they can act.
 */
public enum UserRole {
  ADMIN,
  BUYER,
  SELLER,
  COURIER,
  WHOLESALER,
  INFLUENCER;

  /** Roles that one asks for; {@code buyer} comes with the account and {@code admin} is granted. */
  boolean canBeRequested() {
    return this != ADMIN && this != BUYER;
  }
}
