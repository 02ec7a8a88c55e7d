package uz.gogomarket.workflow;

import jakarta.ejb.EJBException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import uz.gogomarket.platform.Retries;

/**
 * Takes the engine's transactions from {@link EngineTx} and its actors from {@link EngineActors}.
 */
class EngineConfiguration extends JakartaTransactionProcessEngineConfiguration {

  private final EngineTx transactions;
  private final TransactionSynchronizationRegistry registry;
  private final EngineActors actors;

  EngineConfiguration(
      EngineTx transactions, TransactionSynchronizationRegistry registry, EngineActors actors) {
    this.transactions = transactions;
    this.registry = registry;
    this.actors = actors;
  }

  @Override
  protected CommandInterceptor createTransactionInterceptor(boolean requiresNew) {
    return new CommandInterceptor() {
      @Override
      public <T> T execute(Command<T> command) {
        return inTransaction(requiresNew, next, command);
      }
    };
  }

  /** What begins a transaction, such as a job of the engine, begins again after a deadlock. */
  @SuppressWarnings("NullAway") // the engine's commands may answer null
  private <T> T inTransaction(boolean requiresNew, CommandExecutor next, Command<T> command) {
    boolean outermost =
        requiresNew || registry.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
    return outermost
        ? Retries.run(() -> tried(requiresNew, next, command))
        : tried(requiresNew, next, command);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the engine's commands may answer null
  private <T> T tried(boolean requiresNew, CommandExecutor next, Command<T> command) {
    EngineTx.Outcome outcome;
    try {
      outcome =
          requiresNew
              ? transactions.requiresNew(() -> actors.act(identityService, next, command))
              : transactions.required(() -> actors.act(identityService, next, command));
    } catch (EJBException e) {
      throw new ProcessEngineException("The transaction could not be committed", e);
    }
    if (outcome.failure() instanceof RuntimeException e) {
      throw e;
    }
    if (outcome.failure() instanceof Error e) {
      throw e;
    }
    return (T) outcome.value();
  }
}
