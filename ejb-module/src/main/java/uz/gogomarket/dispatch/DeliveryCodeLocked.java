package uz.gogomarket.dispatch;

import java.time.Duration;
import uz.gogomarket.platform.TooManyRequests;

/** Too many wrong codes were tried. */
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
