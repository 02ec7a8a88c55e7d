package uz.gogomarket.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * Entities of the running transaction, for changing things that have rules of their own. They are
 * read and written as whoever acts, on the connection that {@link Sql} uses. What clients read is
 * no entity but a record, made by {@link Sql}.
 *
 * <p>What was changed is written before the next statement, and when the use case ends ({@link
 * AccessInterceptor}). One that answers a version flushes before: then versions are counted.
 */
@ApplicationScoped
public class Entities {

  @PersistenceContext(unitName = "gogomarket")
  EntityManager entityManager;

  @Resource TransactionSynchronizationRegistry transaction;

  @Inject Actors actors;
  @Inject RowSecurity rowSecurity;

  /** Waits until nobody else changes it, then reads it. */
  public <T extends Versioned> Optional<T> lock(Class<T> type, long id) {
    return run(
        () -> Optional.ofNullable(entityManager.find(type, id, LockModeType.PESSIMISTIC_WRITE)));
  }

  /** Reads it, unless it has been read before: for what is locked already. */
  public <T extends Versioned> Optional<T> find(Class<T> type, long id) {
    return run(() -> Optional.ofNullable(entityManager.find(type, id)));
  }

  /** The entities that a JPQL query with parameters ?1, ?2 … finds. */
  public <T extends Versioned> List<T> list(
      Class<T> type, String jpql, @Nullable Object... parameters) {
    return run(
        () -> {
          TypedQuery<T> query = entityManager.createQuery(jpql, type);
          for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
          }
          return query.getResultList();
        });
  }

  /** Writes a new one; it has its id afterwards. */
  public <T extends Versioned> T add(T made) {
    return run(
        () -> {
          entityManager.persist(made);
          entityManager.flush();
          return made;
        });
  }

  /** Counts a change of something that belongs to it as a change of its own. */
  public void touch(Versioned whole) {
    run(
        () -> {
          entityManager.lock(whole, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
          return whole;
        });
  }

  /**
   * Writes what was changed.
   *
   * @throws StaleVersion if somebody else changed it meanwhile
   */
  public void flush() {
    run(
        () -> {
          entityManager.flush();
          return true;
        });
  }

  /**
   * Writes what was changed, if anything was: at the end of a use case, and before somebody else
   * acts.
   */
  void settle() {
    if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE
        && isChanged(entityManager.unwrap(UnitOfWorkImpl.class))) {
      flush();
    }
  }

  /** Asked before each statement: the first question alone is answered without looking. */
  private static boolean isChanged(UnitOfWorkImpl work) {
    return work.hasCloneMapping() && (work.hasChanges() || work.hasOptimisticReadLockObjects());
  }

  private <T> T run(Supplier<T> work) {
    rowSecurity.apply(actors.current());
    try {
      return work.get();
    } catch (OptimisticLockException e) {
      throw new StaleVersion();
    } catch (PersistenceException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException refused) {
          throw DatabaseFailure.of(refused);
        }
      }
      throw e;
    }
  }
}
