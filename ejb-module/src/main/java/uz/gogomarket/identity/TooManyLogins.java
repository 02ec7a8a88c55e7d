package uz.gogomarket.identity;

import java.time.Duration;
import uz.gogomarket.platform.TooManyRequests;

/** Passwords were guessed too often here; after a while it can be tried again. */
public class TooManyLogins extends TooManyRequests {

  private static final long serialVersionUID = 1L;

  TooManyLogins(Duration retryAfter) {
    super(retryAfter);
  }
}
