package uz.gogomarket.identity;

import org.jspecify.annotations.Nullable;

/**
 * Somebody logged in. Fired inside the transaction that opens the session, with that user acting.
 *
 * @param guestId the guest session that the same client had until now, whose cart becomes the
 *     user's
 */
public record LoggedIn(long userId, @Nullable Long guestId) {}
