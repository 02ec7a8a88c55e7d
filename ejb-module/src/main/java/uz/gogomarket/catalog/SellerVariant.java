package uz.gogomarket.catalog;

/** A variant as its seller sees it. */
public record SellerVariant(
    long id, int version, SaveVariant variant, int stockQuantity, int stockVersion) {}
