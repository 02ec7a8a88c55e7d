package uz.gogomarket.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uz.gogomarket.platform.Setting;
import uz.gogomarket.platform.SettingGroup;

/** What an admin may set about deliveries. */
@ApplicationScoped
class SettingsOfShipping implements SettingGroup {

  static final Setting<String> HUB =
      Setting.ofText(
          "shipping.hub",
          "41.311081,69.240562",
          "Latitude and longitude that the way is measured from where a seller has no pick-up"
              + " address with a position");

  @Override
  public List<Setting<?>> settings() {
    return List.of(HUB);
  }
}
