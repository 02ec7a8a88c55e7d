package uz.gogomarket.identity;

import uz.gogomarket.platform.Unauthenticated;

/**
 * The session was ended by its owner, by an admin or by the reuse of a refresh token, or it has
 * expired.
 */
public class SessionEnded extends Unauthenticated {

  private static final long serialVersionUID = 1L;

  SessionEnded() {
    super("session_ended", "This session has ended. Log in again.");
  }
}
