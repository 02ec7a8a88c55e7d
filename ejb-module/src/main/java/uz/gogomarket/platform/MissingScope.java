package uz.gogomarket.platform;

/** An API key is good, but was not given the scope that this takes. */
public class MissingScope extends AccessDenied {

  private static final long serialVersionUID = 1L;

  private final String scope;

  public MissingScope(String scope) {
    super("This takes the scope " + scope + ", which the key does not have.");
    this.scope = scope;
  }

  public String scope() {
    return scope;
  }
}
