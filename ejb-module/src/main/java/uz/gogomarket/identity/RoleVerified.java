package uz.gogomarket.identity;

/** An admin approved a role that an account had asked for. Fired inside the transaction. */
public record RoleVerified(long userId, UserRole role) {}
