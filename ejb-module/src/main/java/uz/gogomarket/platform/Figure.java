package uz.gogomarket.platform;

import java.util.function.Supplier;

/**
 * Something that operators see in {@code /metrics} as it is at that moment.
 *
 * @param name as it stands there
 * @param now reads it, as the system; where it cannot be read -1 is shown
 */
public record Figure(String name, String description, Supplier<? extends Number> now) {}
