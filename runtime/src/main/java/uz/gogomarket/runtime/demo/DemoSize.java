package uz.gogomarket.runtime.demo;

/** How much of a demo marketplace an empty database is filled with. */
public enum DemoSize {
  NONE,

  /** To look at: 5,000 products, 2,000 buyers, three months of orders. */
  DEFAULT,

  /** To measure with: 200,000 products, a million orders, 200,000 accounts. */
  LARGE
}
