package uz.gogomarket.workflow;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import uz.gogomarket.platform.Internal;
import uz.gogomarket.platform.TransactionConnection;

/**
 * Starts the engine with the application and stops it with it. The engine's tables stand in the
 * schema {@code engine}; they are made before the server starts, by those who may change the
 * schema.
 */
@Singleton
@Startup
@Internal
@TransactionManagement(TransactionManagementType.BEAN)
@ManagedExecutorDefinition(name = EngineStart.EXECUTOR, maxAsync = 4)
public class EngineStart {

  static final String EXECUTOR = "java:app/concurrent/workflow";
  private static final String TRANSACTION_MANAGER = "java:appserver/TransactionManager";
  private static final String SCHEMA = "engine";

  /** How long the history of a finished workflow is kept: as long as the audit log. */
  private static final String HISTORY_TIME_TO_LIVE = "P730D";

  /** A step that fails is tried for more than an hour and a half before people have to look. */
  private static final String RETRIES = "R20/PT5M";

  /** How late a timer may be. */
  private static final long MOST_MILLIS_BETWEEN_LOOKS = 10_000;

  @Resource(lookup = EXECUTOR)
  ManagedExecutorService executor;

  @Resource ManagedThreadFactory threads;
  @Resource TransactionSynchronizationRegistry registry;
  @EJB EngineTx transactions;
  @Inject TransactionConnection connection;
  @Inject EngineActors actors;
  @Inject EngineStaff staff;
  @Inject EngineHandle handle;
  @Inject BeanManager beans;

  @PostConstruct
  void start() {
    EngineConfiguration configuration = new EngineConfiguration(transactions, registry, actors);
    configuration.setProcessEngineName("default");
    configuration.setTransactionManagerJndiName(TRANSACTION_MANAGER);
    configuration.setDataSource(connection.asDataSource());
    configuration.setDatabaseType("postgres");
    configuration.setDatabaseSchema(SCHEMA);
    configuration.setDatabaseTablePrefix(SCHEMA + ".");
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    // The engine's own ids come in blocks, each from a second connection while the caller holds
    // one.
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.setHistoryTimeToLive(HISTORY_TIME_TO_LIVE);
    configuration.setHistoryCleanupBatchWindowStartTime("02:00");
    configuration.setHistoryCleanupBatchWindowEndTime("04:00");
    configuration.setMetricsEnabled(false);
    configuration.setTaskMetricsEnabled(false);
    configuration.setDbMetricsReporterActivate(false);
    configuration.setAuthorizationEnabled(true);
    configuration.setEnableExpressionsInAdhocQueries(false);
    configuration.setEnableExpressionsInStoredQueries(false);
    configuration.setFailedJobRetryTimeCycle(RETRIES);
    // Who called hears of a refusal or logs a failure; the engine cannot tell the two apart.
    configuration.setEnableCmdExceptionLogging(false);
    configuration.setExpressionManager(StepExpressions.over(beans));
    configuration.setCustomSessionFactories(List.of(StaffTasks.factory()));
    configuration.setIdentityProviderSessionFactory(StaffIdentityProvider.factory(staff));
    ManagedJobExecutor jobs = new ManagedJobExecutor(executor, threads);
    jobs.setMaxWait(MOST_MILLIS_BETWEEN_LOOKS);
    configuration.setJobExecutor(jobs);
    configuration.setJobExecutorActivate(false);
    ProcessEngine engine = configuration.buildProcessEngine();
    try {
      deploy(engine);
      new Grants(engine).grantAll();
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
    RuntimeContainerDelegate.INSTANCE.get().registerProcessEngine(engine);
    handle.set(engine);
    configuration.getJobExecutor().start();
  }

  private void deploy(ProcessEngine engine) {
    Deployments deployments = new Deployments(engine);
    EngineTx.Outcome outcome =
        transactions.required(
            () -> {
              actors.deploy(deployments::deployAll);
              return true;
            });
    if (outcome.failure() != null) {
      throw new IllegalStateException("The workflows cannot be deployed", outcome.failure());
    }
  }

  @PreDestroy
  void stop() {
    ProcessEngine engine = handle.engine();
    handle.set(null);
    RuntimeContainerDelegate.INSTANCE.get().unregisterProcessEngine(engine);
    engine.close();
  }
}
