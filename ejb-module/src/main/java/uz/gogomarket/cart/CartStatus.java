package uz.gogomarket.cart;

/** What became of a cart. */
enum CartStatus {
  ACTIVE,
  CONVERTED,
  ABANDONED,
  MERGED
}
