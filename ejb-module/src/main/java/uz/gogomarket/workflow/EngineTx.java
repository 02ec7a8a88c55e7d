package uz.gogomarket.workflow;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.AllowAnyone;

/**
 * Runs the engine's commands in transactions of the container. The engine's own way, through the
 * transaction manager, leaves the data source out of the transaction on this server and loses
 * atomicity without a word. It must stay stateless: as a singleton it mixes up connections.
 */
@Stateless
@AllowAnyone
public class EngineTx {

  @Resource SessionContext context;

  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public Outcome required(Supplier<?> command) {
    return run(command);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Outcome requiresNew(Supplier<?> command) {
    return run(command);
  }

  private Outcome run(Supplier<?> command) {
    try {
      return new Outcome(command.get(), null);
    } catch (RuntimeException | Error e) {
      context.setRollbackOnly();
      return new Outcome(null, e);
    }
  }

  /** A failure is handed out as a value, so that the container does not wrap it. */
  public record Outcome(@Nullable Object value, @Nullable Throwable failure) {}
}
