package uz.gogomarket.platform;

/** The roles that a token can carry. */
public final class Roles {

  public static final String BUYER = "buyer";
  public static final String SELLER = "seller";
  public static final String COURIER = "courier";
  public static final String ADMIN = "admin";
  public static final String WHOLESALER = "wholesaler";
  public static final String INFLUENCER = "influencer";

  private Roles() {}
}
