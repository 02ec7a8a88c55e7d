package uz.gogomarket.catalog;

/**
 * Where a product stands. Only {@code ACTIVE} can be bought; {@code OUT_OF_STOCK} is shown but not
 * sold for a while, by the seller's own choice.
 */
public enum ProductStatus {
  DRAFT,
  ACTIVE,
  INACTIVE,
  OUT_OF_STOCK,
  DISCONTINUED;

  /** Whether buyers see it. */
  boolean shown() {
    return this == ACTIVE || this == OUT_OF_STOCK;
  }
}
