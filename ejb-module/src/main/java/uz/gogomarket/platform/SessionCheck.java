package uz.gogomarket.platform;

/** Implemented where sessions and keys are kept: refuses those that were ended. */
public interface SessionCheck {

  /** Whether this check knows actors of this kind. */
  boolean knows(Actor.Kind kind);

  /**
   * Returns only if the session or key of the actor is alive and its account active.
   *
   * @throws ProblemException otherwise
   */
  void requireLive(Actor actor);
}
