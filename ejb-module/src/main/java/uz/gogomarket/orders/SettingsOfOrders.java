package uz.gogomarket.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uz.gogomarket.platform.Setting;
import uz.gogomarket.platform.SettingGroup;

/** What an admin may set about orders. */
@ApplicationScoped
class SettingsOfOrders implements SettingGroup {

  static final Setting<Integer> UNPAID_MINUTES =
      Setting.ofInt(
          "orders.unpaid-minutes", 30, 1, 10_080, "Minutes until an unpaid order expires");

  static final Setting<Integer> SILENCE_HOURS =
      Setting.ofInt(
          "orders.seller-silence-hours",
          48,
          1,
          720,
          "Hours until an order that is paid, or will be at the door, and that its seller does not"
              + " confirm is cancelled and refunded");

  static final Setting<Integer> HOLD_DAYS =
      Setting.ofInt(
          "orders.hold-days",
          14,
          0,
          365,
          "Days from delivery until the money is released, unless a category's return window is"
              + " longer; frozen into each order when it is placed");

  @Override
  public List<Setting<?>> settings() {
    return List.of(UNPAID_MINUTES, SILENCE_HOURS, HOLD_DAYS);
  }
}
