package uz.gogomarket.platform;

import java.lang.reflect.Field;
import java.util.Map;

/** Entities as JPA makes them out of a row: an empty one, then field by field. */
public final class LoadedEntity {

  private LoadedEntity() {}

  public static <T> T of(T empty, Map<String, ?> columns) {
    columns.forEach((name, value) -> set(empty, empty.getClass(), name, value));
    return empty;
  }

  private static void set(Object entity, Class<?> type, String name, Object value) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      field.set(entity, value);
    } catch (NoSuchFieldException e) {
      if (type.getSuperclass() == null) {
        throw new IllegalArgumentException(name, e);
      }
      set(entity, type.getSuperclass(), name, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
