package uz.gogomarket.runtime;

/** A database role and its password. */
public record Credentials(String user, String password) {

  /** Never shows the password, wherever it may be printed. */
  @Override
  public String toString() {
    return user;
  }
}
