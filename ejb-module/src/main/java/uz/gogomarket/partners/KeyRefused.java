package uz.gogomarket.partners;

import uz.gogomarket.platform.Unauthenticated;

/** No such key, not its secret, or the key has ended: which of them is nobody's business. */
public class KeyRefused extends Unauthenticated {

  private static final long serialVersionUID = 1L;

  KeyRefused() {
    super("invalid_api_key", "The key id or the secret is wrong, or the key has ended.");
  }
}
