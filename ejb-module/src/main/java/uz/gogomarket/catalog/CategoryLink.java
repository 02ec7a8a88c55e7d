package uz.gogomarket.catalog;

/** One step of the way from the root to a category. */
public record CategoryLink(String slug, String name) {}
