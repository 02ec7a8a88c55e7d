package uz.gogomarket.platform;

import java.util.List;

/** A capability's settings: a CDI bean, so that administrators find them all. */
public interface SettingGroup {
  List<Setting<?>> settings();
}
