package uz.gogomarket.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A role that an account has or has asked for.
 *
 * @param state where the request stands
 * @param note what the account wrote with it
 * @param decisionNote what the admin wrote
 */
public record RoleRequestView(
    UserRole role,
    State state,
    @Nullable String note,
    @Nullable String decisionNote,
    Instant requestedAt,
    @Nullable Instant decidedAt) {

  /** Where a request stands. */
  public enum State {
    WAITING,
    VERIFIED,
    REJECTED
  }
}
