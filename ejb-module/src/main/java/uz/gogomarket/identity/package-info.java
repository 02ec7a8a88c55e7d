/**
 * Who somebody is and what they may do: accounts, log-in, sessions, tokens, roles and their
 * verification, addresses, guests.
 *
 * <p>It promises: an e-mail address belongs to one account; a password is kept as a bcrypt hash and
 * nothing else; no answer but {@code email_taken} at registration tells whether an account exists,
 * neither by its words nor by its time; a refresh token works once, and a second use ends its
 * session; a suspended account has no session; only verified roles are carried by tokens; nobody
 * hands out a permission that they do not hold, and the marketplace never loses its last super
 * admin; guessing passwords is slowed down by account and address, and never keeps the owner out
 * for good.
 */
@NullMarked
package uz.gogomarket.identity;

import org.jspecify.annotations.NullMarked;
