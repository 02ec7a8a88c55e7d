package uz.gogomarket.dispatch;

import jakarta.ejb.ApplicationException;
import uz.gogomarket.platform.Unprocessable;

/** The code is not the one that the buyer was shown. The try counts although it is refused. */
@ApplicationException(rollback = false)
public class WrongDeliveryCode extends Unprocessable {

  private static final long serialVersionUID = 1L;

  public WrongDeliveryCode(int triesLeft) {
    super("wrong_delivery_code", "The code is wrong; " + triesLeft + " tries are left.");
  }
}
