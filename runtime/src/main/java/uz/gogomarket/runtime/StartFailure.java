package uz.gogomarket.runtime;

import org.jspecify.annotations.Nullable;

/** The marketplace cannot start; the message is one sentence for whoever wanted to start it. */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartFailure(String sentence) {
    super(sentence);
  }

  public StartFailure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
