package uz.gogomarket.identity;

import java.time.Instant;

/** A guest's own secret, for the {@code X-Guest-Token} header. */
public record GuestToken(String guestToken, Instant expiresAt) {}
