package uz.gogomarket.partners;

/**
 * A key with its secret, which is shown here and never again.
 *
 * @param secret the password with which programs present the key
 */
public record IssuedKey(KeyView key, String secret) {

  @Override
  public String toString() {
    return "IssuedKey[" + key.keyId() + "]";
  }
}
