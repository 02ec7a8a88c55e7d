package uz.gogomarket.shipping;

import uz.gogomarket.platform.Unprocessable;

/** No zone with a tariff in force holds the destination. */
public class NotDeliverable extends Unprocessable {
  private static final long serialVersionUID = 1L;

  public NotDeliverable(Destination destination) {
    super("not_deliverable", "We do not deliver to " + place(destination) + " yet.");
  }

  private static String place(Destination destination) {
    return destination.district() == null
        ? destination.city()
        : destination.city() + ", " + destination.district();
  }
}
