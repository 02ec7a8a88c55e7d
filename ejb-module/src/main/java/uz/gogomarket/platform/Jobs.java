package uz.gogomarket.platform;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Lets a recurring job run on one server at a time. */
@Stateless
@Internal
public class Jobs {

  @Inject Sql sql;

  /**
   * Runs the work unless another server is at it; holds the lock until the surrounding transaction
   * ends. What the work changes belongs in transactions of its own, one per item.
   *
   * @return whether it ran
   */
  public boolean exclusively(String name, Runnable work) {
    boolean locked =
        sql.one(
            "select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as locked",
            row -> row.bool("locked"),
            "job:" + name);
    if (locked) {
      work.run();
    }
    return locked;
  }
}
