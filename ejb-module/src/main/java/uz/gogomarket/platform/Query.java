package uz.gogomarket.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose conditions are not always the same: what a client may leave out has no
 * condition at all, so that PostgreSQL plans what is asked. Conditions are joined by {@code and};
 * values are parameters, always.
 */
public final class Query {

  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Object> parameters = new ArrayList<>();
  private String joint;

  private Query(String joint) {
    this.joint = joint;
  }

  /**
   * @param select the statement up to its conditions, without the word {@code where}
   */
  public static Query of(String select, @Nullable Object... parameters) {
    return new Query(" where ").then(select, parameters);
  }

  /** Conditions alone, as a part of a larger statement: see {@link #then(Query)}. */
  public static Query conditions() {
    return new Query("");
  }

  /** A condition that always holds. */
  public Query where(String condition, @Nullable Object... values) {
    text.append(joint).append('(');
    joint = " and ";
    then(condition, values);
    text.append(')');
    return this;
  }

  /** A condition that is there if its one value is. */
  public Query whereGiven(String condition, @Nullable Object value) {
    return value == null ? this : where(condition, value);
  }

  /** A condition that is there if it is wanted. */
  public Query whereIf(boolean wanted, String condition, @Nullable Object... values) {
    return wanted ? where(condition, values) : this;
  }

  /** What follows the conditions: an order, a limit. */
  public Query then(String more, @Nullable Object... values) {
    text.append(more);
    parameters.addAll(Arrays.asList(values));
    return this;
  }

  /** What was put together apart. */
  public Query then(Query part) {
    text.append(part.text);
    parameters.addAll(part.parameters);
    return this;
  }

  /**
   * The page that was asked for, with the largest id first, and one row more (see {@link Page#of}).
   *
   * @param id the column by which the list is sorted and the cursor goes on
   */
  public Query newestFirst(String id, PageRequest page) {
    page.after().ifPresent(cursor -> where(id + " < ?", cursor.longAt(0)));
    return then(" order by " + id + " desc limit ?", page.fetchSize());
  }

  /** The statement as it is so far. */
  public String text() {
    return text.toString();
  }

  /** Its parameters as they are so far. */
  public @Nullable Object[] parameters() {
    return parameters.toArray();
  }
}
