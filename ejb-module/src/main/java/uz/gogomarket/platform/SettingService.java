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
   */
  @Allow(Permissions.SETTINGS_MANAGE)
  public SettingView get(String key) {
    settings.forget();
    return view(find(key), settings.values());
  }

  /**
   * @param version what was read; 0 for a setting that nobody has changed
   * @throws NotFound if there is no such setting
   * @throws InvalidInput if the value does not fit it
   * @throws StaleVersion if somebody changed it meanwhile
   */
  @Allow(Permissions.SETTINGS_MANAGE)
  @FreshSession
  public SettingView change(String key, String value, int version) {
    Setting<?> setting = find(key);
    setting.check(value);
    SettingView before = view(setting, settings.values());
    if (write(setting, value, version) == 0) {
      throw new StaleVersion();
    }
    settings.forget();
    audit.record("setting.changed", "setting", null, before, Map.of("key", key, "value", value));
    return view(setting, Map.of(key, new Settings.Value(value, version + 1)));
  }

  /** The first change makes the row; a lost race changes none. */
  private int write(Setting<?> setting, String value, int version) {
    if (version == 0) {
      return sql.update(
          """
          insert into settings (key, value, type, description, is_public, version)
          values (?, ?, ?, ?, ?, 1) on conflict (key) do nothing
          """,
          setting.key(),
          value,
          setting.type(),
          setting.description(),
          setting.isPublic());
    }
    return sql.update(
        "update settings set value = ?, version = version + 1 where key = ? and version = ?",
        value,
        setting.key(),
        version);
  }

  private Setting<?> find(String key) {
    return all().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new NotFound("setting", key));
  }

  private List<SettingView> views() {
    Map<String, Settings.Value> values = settings.values();
    return all().stream().map(setting -> view(setting, values)).toList();
  }

  private List<Setting<?>> all() {
    return StreamSupport.stream(groups.spliterator(), false)
        .<Setting<?>>flatMap(group -> group.settings().stream())
        .toList();
  }

  private static SettingView view(Setting<?> setting, Map<String, Settings.Value> values) {
    String standard = String.valueOf(setting.defaultValue());
    Settings.Value value = values.getOrDefault(setting.key(), new Settings.Value(standard, 0));
    return new SettingView(
        setting.key(),
        value.text(),
        standard,
        EnumConverter.label(setting.type()),
        setting.description(),
        setting.isPublic(),
        value.version());
  }
}
