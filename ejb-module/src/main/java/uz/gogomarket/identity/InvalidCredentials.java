package uz.gogomarket.identity;

import uz.gogomarket.platform.Unauthenticated;

/**
 * E-mail address and password do not belong together, or there is no such account: the two are not
 * told apart.
 */
public class InvalidCredentials extends Unauthenticated {

  private static final long serialVersionUID = 1L;

  InvalidCredentials() {
    super("invalid_credentials", "The e-mail address or the password is wrong.");
  }
}
