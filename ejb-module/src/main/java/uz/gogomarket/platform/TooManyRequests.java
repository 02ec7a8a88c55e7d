package uz.gogomarket.platform;

import java.time.Duration;

/** A budget is used up. */
public class TooManyRequests extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public TooManyRequests(Duration retryAfter) {
    super(
        Problem.TOO_MANY_REQUESTS,
        "too_many_requests",
        "Too many requests; try again in " + Math.max(1, retryAfter.toSeconds()) + " s.");
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
