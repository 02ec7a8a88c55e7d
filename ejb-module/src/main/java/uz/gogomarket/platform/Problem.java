package uz.gogomarket.platform;

/** The kinds of refusal that a client can meet, each with its HTTP status. */
public enum Problem {
  INVALID(400),
  UNAUTHENTICATED(401),
  ACCESS_DENIED(403),
  NOT_FOUND(404),
  CONFLICT(409),
  GONE(410),
  PRECONDITION_FAILED(412),
  UNPROCESSABLE(422),
  PRECONDITION_REQUIRED(428),
  TOO_MANY_REQUESTS(429),
  UNAVAILABLE(503);

  /** When it is worth asking again for what was not available. */
  public static final int RETRY_AFTER_SECONDS = 5;

  private final int status;

  Problem(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }
}
