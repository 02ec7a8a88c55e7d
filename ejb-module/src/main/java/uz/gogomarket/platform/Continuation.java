package uz.gogomarket.platform;

import org.jspecify.annotations.Nullable;

/** A part of a list that may go on. */
public interface Continuation {

  /** Where the next part begins; null where this is the last. */
  @Nullable String nextCursor();
}
