package uz.gogomarket.platform;

/** A setting as an administrator sees it. */
public record SettingView(
    String key,
    String value,
    String defaultValue,
    String type,
    String description,
    boolean isPublic) {}
