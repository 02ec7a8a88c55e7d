package uz.gogomarket.dispatch;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import uz.gogomarket.platform.TooManyRequests;

/** Too many wrong codes were tried. The last try counts although it is refused. */
@ApplicationException(rollback = false)
public class DeliveryCodeLocked extends TooManyRequests {

  private static final long serialVersionUID = 1L;

  public DeliveryCodeLocked(Duration retryAfter) {
    super(retryAfter);
  }

  @Override
  public String code() {
    return "delivery_code_locked";
  }
}
