package uz.gogomarket.partners;

/**
 * What a change led to.
 *
 * @param replayed whether this was answered before
 */
public record Done<T>(T result, boolean replayed) {}
