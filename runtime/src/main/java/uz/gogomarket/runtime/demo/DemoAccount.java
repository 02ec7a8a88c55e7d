package uz.gogomarket.runtime.demo;

/**
 * Somebody to log in as.
 *
 * @param role what the account is for, such as {@code seller}
 */
public record DemoAccount(String role, String email, String password) {}
