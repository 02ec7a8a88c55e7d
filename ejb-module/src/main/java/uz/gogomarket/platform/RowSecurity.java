package uz.gogomarket.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Tells the database who is acting, for the running transaction only: a pooled connection that
 * comes back is nobody's. Costs one statement when the actor of the transaction changes, none else.
 */
@ApplicationScoped
class RowSecurity {

  private static final String APPLY =
      "select set_config('gogomarket.user_id', ?, true), set_config('gogomarket.guest_id', ?, true),"
          + " set_config('gogomarket.actor', ?, true), set_config('gogomarket.grants', ?, true)";

  private static final Object APPLIED = "uz.gogomarket.actor";

  @Resource(lookup = Database.JNDI_NAME)
  DataSource dataSource;

  @Resource TransactionSynchronizationRegistry transaction;

  /** Does nothing outside a transaction, and for anonymous actors whom nobody preceded. */
  void apply(Actor actor) {
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      return;
    }
    Object applied = transaction.getResource(APPLIED);
    if (actor.equals(applied) || (applied == null && actor.kind() == Actor.Kind.ANONYMOUS)) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(APPLY)) {
      statement.setString(1, Objects.toString(actor.userId(), ""));
      statement.setString(2, Objects.toString(actor.guestId(), ""));
      statement.setString(3, actor.name());
      statement.setString(4, String.join(",", actor.grants()));
      statement.execute();
    } catch (SQLException e) {
      throw DatabaseFailure.of(e);
    }
    transaction.putResource(APPLIED, actor);
  }
}
