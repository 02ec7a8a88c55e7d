package uz.gogomarket.identity;

/**
 * What a log-in or a refresh hands out.
 *
 * @param accessToken a signed JWT for the {@code Authorization: Bearer} header
 * @param expiresIn seconds until the access token ends
 * @param refreshToken works once
 * @param refreshExpiresIn seconds until the refresh token ends unused
 */
public record TokenPair(
    String accessToken,
    String tokenType,
    long expiresIn,
    String refreshToken,
    long refreshExpiresIn) {}
