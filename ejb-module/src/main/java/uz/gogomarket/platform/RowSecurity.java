package uz.gogomarket.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.postgresql.PGConnection;

/**
 * Tells the database who is acting, for the running transaction only: a pooled connection that
 * comes back is nobody's. Costs one statement when the actor of the transaction changes, none else.
 * The database believes it by its {@link ActingCode}.
 */
@ApplicationScoped
class RowSecurity {

  private static final String APPLY = "select act_as(?, ?, ?, ?, ?, ?)";

  private static final Object APPLIED = "uz.gogomarket.actor";

  @Resource TransactionSynchronizationRegistry transaction;

  @Inject TransactionConnection connections;
  @Inject ActingCode code;

  /** Does nothing outside a transaction, and for anonymous actors whom nobody preceded. */
  void apply(Actor actor) {
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      return;
    }
    Object applied = transaction.getResource(APPLIED);
    if (actor.equals(applied) || (applied == null && actor.kind() == Actor.Kind.ANONYMOUS)) {
      return;
    }
    connections.run(connection -> say(actor, connection));
    transaction.putResource(APPLIED, actor);
  }

  private void say(Actor actor, Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(APPLY)) {
      String userId = Objects.toString(actor.userId(), "");
      String guestId = Objects.toString(actor.guestId(), "");
      String grants = String.join(",", actor.grants());
      int backendPid = connection.unwrap(PGConnection.class).getBackendPID();
      long turn = code.nextTurn();
      statement.setString(1, userId);
      statement.setString(2, guestId);
      statement.setString(3, actor.name());
      statement.setString(4, grants);
      statement.setLong(5, turn);
      statement.setBytes(6, code.sign(backendPid, turn, userId, guestId, actor.name(), grants));
      statement.execute();
    }
  }
}
