package uz.gogomarket.platform;

import java.sql.SQLException;
import java.util.Objects;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The database refused or did not answer. Its SQL state tells which; the client hears neither. */
public class DatabaseFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

  private final String sqlState;
  private final String constraint;

  private DatabaseFailure(SQLException cause) {
    super(cause);
    this.sqlState = Objects.toString(cause.getSQLState(), "");
    this.constraint = constraint(cause);
  }

  /** What was sent as a batch has the server's own word behind the driver's. */
  private static String constraint(SQLException cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      ServerErrorMessage told =
          each instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
      if (told != null) {
        return Objects.toString(told.getConstraint(), "");
      }
    }
    return "";
  }

  /**
   * What to throw: the client's fault where the request holds a NUL, which no text column takes.
   */
  static RuntimeException of(SQLException cause) {
    DatabaseFailure failure = new DatabaseFailure(cause);
    return failure.sqlState.equals(CHARACTER_NOT_IN_REPERTOIRE)
        ? InvalidInput.of("request", "control_characters")
        : failure;
  }

  /** PostgreSQL's five-character code, such as {@code 23505}; empty where there is none. */
  public String sqlState() {
    return sqlState;
  }

  /**
   * Whether it refused what this constraint or unique index forbids.
   *
   * @param constraint its name in the schema
   */
  public boolean violates(String constraint) {
    return !constraint.isEmpty() && constraint.equals(this.constraint);
  }

  /**
   * The same request can succeed a moment later: no connection could be had, or it broke (class 08,
   * or the server shuts down), or transactions were in each other's way (class 40; 55P03 where one
   * waited too long for another's lock).
   */
  public boolean isUnavailable() {
    return sqlState.isEmpty()
        || sqlState.startsWith("08")
        || sqlState.startsWith("57P")
        || sqlState.startsWith("40")
        || sqlState.equals("55P03");
  }
}
