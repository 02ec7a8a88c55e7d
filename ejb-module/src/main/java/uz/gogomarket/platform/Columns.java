package uz.gogomarket.platform;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a result, in their order.
 *
 * @param arrays the places of those that are arrays, where that matters
 */
record Columns(List<String> names, Set<Integer> arrays) {

  static Columns of(ResultSetMetaData result, boolean arraysMatter) throws SQLException {
    int count = result.getColumnCount();
    List<String> names = new ArrayList<>(count);
    Set<Integer> arrays = arraysMatter ? new TreeSet<>() : Set.of();
    for (int place = 1; place <= count; place++) {
      names.add(result.getColumnLabel(place));
      if (arraysMatter && result.getColumnType(place) == Types.ARRAY) {
        arrays.add(place);
      }
    }
    return new Columns(names, arrays);
  }

  /** Where the column is, counted from 1; the first of several with this name. */
  @Nullable Integer place(String name) {
    int index = names.indexOf(name);
    return index < 0 ? null : index + 1;
  }

  boolean isArray(int place) {
    return arrays.contains(place);
  }

  boolean begin(String prefix) {
    return names.stream().anyMatch(name -> name.startsWith(prefix));
  }

  @Override
  public String toString() {
    return String.join(", ", names);
  }
}
