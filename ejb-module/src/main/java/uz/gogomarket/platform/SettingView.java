package uz.gogomarket.platform;

/**
 * A setting as an administrator sees it.
 *
 * @param version 0 while nobody has changed it
 */
public record SettingView(
    String key,
    String value,
    String defaultValue,
    String type,
    String description,
    boolean isPublic,
    int version)
    implements Editable {}
