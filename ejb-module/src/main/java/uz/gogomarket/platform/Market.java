package uz.gogomarket.platform;

import java.time.ZoneId;

/** What is the same for everybody on this marketplace. */
public final class Market {

  /** Where its days begin. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tashkent");

  private Market() {}
}
