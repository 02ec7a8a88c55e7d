package uz.gogomarket.identity;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts an admin looks for; what is absent does not matter.
 *
 * @param text a part of the e-mail address, the name or the telephone number
 */
public record UserFilter(
    @Nullable String text, @Nullable UserRole role, @Nullable UserStatus status) {}
