package uz.gogomarket.platform;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Administrators list and change settings; everybody may read the public ones. */
@Stateless
public class SettingService {

  @Inject @Any Instance<SettingGroup> groups;
  @Inject Settings settings;
  @Inject Sql sql;
  @Inject Audit audit;

  @Allow(Permissions.SETTINGS_MANAGE)
  public List<SettingView> list() {
    return views().stream().sorted(Comparator.comparing(SettingView::key)).toList();
  }

  @AllowAnyone
  public List<SettingView> listPublic() {
    return views().stream().filter(SettingView::isPublic).toList();
  }

  /**
   * @throws NotFound if there is no such setting
   * @throws InvalidInput if the value does not fit it
   */
  @Allow(Permissions.SETTINGS_MANAGE)
  @FreshSession
  public SettingView change(String key, String value) {
    Setting<?> setting =
        all().stream()
            .filter(each -> each.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new NotFound("setting", key));
    try {
      setting.check(value);
    } catch (IllegalArgumentException e) {
      throw InvalidInput.of("value", String.valueOf(e.getMessage()));
    }
    SettingView before = view(setting, settings.values());
    sql.update(
        "insert into settings (key, value, type, description, is_public) values (?, ?, ?, ?, ?)"
            + " on conflict (key) do update set value = excluded.value",
        key,
        value,
        setting.type(),
        setting.description(),
        setting.isPublic());
    settings.forget();
    audit.record("setting.changed", "setting", null, before, Map.of("key", key, "value", value));
    return view(setting, Map.of(key, value));
  }

  private List<SettingView> views() {
    Map<String, String> values = settings.values();
    return all().stream().map(setting -> view(setting, values)).toList();
  }

  private List<Setting<?>> all() {
    return StreamSupport.stream(groups.spliterator(), false)
        .<Setting<?>>flatMap(group -> group.settings().stream())
        .toList();
  }

  private static SettingView view(Setting<?> setting, Map<String, String> values) {
    String standard = String.valueOf(setting.defaultValue());
    return new SettingView(
        setting.key(),
        values.getOrDefault(setting.key(), standard),
        standard,
        EnumConverter.label(setting.type()),
        setting.description(),
        setting.isPublic());
  }
}
