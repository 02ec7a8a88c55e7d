package uz.gogomarket.identity;

/** A new account exists. Fired inside the transaction that creates it. */
public record AccountRegistered(long userId) {}
