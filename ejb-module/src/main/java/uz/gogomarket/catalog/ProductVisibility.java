package uz.gogomarket.catalog;

/** Who finds a product: everybody, only who has its address, or only its seller. */
public enum ProductVisibility {
  PUBLIC,
  UNLISTED,
  PRIVATE
}
