package uz.gogomarket.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows who is acting on this thread. The doors and the jobs say so; services ask; row-level
 * security follows.
 */
@ApplicationScoped
public class Actors {

  private static final ThreadLocal<Actor> CURRENT = ThreadLocal.withInitial(() -> Actor.ANONYMOUS);

  @Inject Entities entities;

  public Actor current() {
    return CURRENT.get();
  }

  /**
   * Whoever buys: an account or a guest.
   *
   * @throws Unauthenticated if it is nobody
   */
  public Actor buyer() {
    Actor actor = current();
    if (actor.userId() == null && actor.guestId() == null) {
      throw new Unauthenticated("unauthenticated", "Log in, or send your guest token.");
    }
    return actor;
  }

  /**
   * @throws Unauthenticated if no user is acting
   */
  public long userId() {
    Long id = current().userId();
    if (id == null) {
      throw new Unauthenticated("unauthenticated", "Log in first.");
    }
    return id;
  }

  /**
   * What somebody books for himself nobody else has seen: money is recorded by those who have no
   * part in it.
   *
   * @param parties whose money it is, or whose order; those that there are
   * @throws Conflict {@code own_money} if whoever acts is one of them
   */
  public void requireUninvolved(@Nullable Long... parties) {
    Long user = current().userId();
    if (user != null && Arrays.asList(parties).contains(user)) {
      throw new Conflict("own_money", "It is about your own money: somebody else has to do it.");
    }
  }

  public boolean has(String grant) {
    return current().has(grant);
  }

  /** Says who acts from now on, on this thread, until {@link #leave}; for the doors' filters. */
  public void enter(Actor actor) {
    CURRENT.set(actor);
  }

  public void leave() {
    CURRENT.remove();
  }

  /**
   * Runs a use case that touches other people's rows (see {@link Elevated}): the actor keeps its
   * name and id, only row-level security opens. Permissions have been checked before.
   */
  <T extends @Nullable Object> T elevated(Callable<T> useCase) throws Exception {
    Actor actor = current();
    return actor.has(Actor.SYSTEM) ? useCase.call() : as(actor.elevated(), useCase);
  }

  /** Runs a job, a log-in or the engine's own work as a named system actor. */
  public <T> T runAsSystem(String job, Supplier<T> work) {
    return runAs(Actor.system(job), work);
  }

  public void runAsSystem(String job, Runnable work) {
    runAsSystem(
        job,
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Runs as somebody and comes back, also where it fails. The database hears of it with the next
   * statement (see {@link Sql}); where none follows it need not hear.
   */
  public <T> T runAs(Actor actor, Supplier<T> work) {
    try {
      return as(actor, work::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("A supplier throws nothing checked", e);
    }
  }

  /** What entities still have to write is written by whoever changed them. */
  private <T extends @Nullable Object> T as(Actor actor, Callable<T> work) throws Exception {
    Actor before = current();
    entities.settle();
    CURRENT.set(actor);
    try {
      T result = work.call();
      entities.settle();
      return result;
    } finally {
      CURRENT.set(before);
    }
  }
}
