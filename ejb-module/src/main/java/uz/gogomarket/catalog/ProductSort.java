package uz.gogomarket.catalog;

/** Orders of a listing; by relevance only in a search. */
public enum ProductSort {
  NEWEST,
  PRICE_ASC,
  PRICE_DESC,
  POPULAR,
  RELEVANCE
}
