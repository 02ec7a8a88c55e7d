package uz.gogomarket.web.rest.settings;

import java.util.List;
import uz.gogomarket.platform.SettingView;

/** A list in an object, so that it can grow. */
public record SettingList(List<SettingView> items) {}
