package uz.gogomarket.workflow;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * The engine's timers and asynchronous steps on the container's threads. At most {@value #AT_ONCE}
 * batches of jobs run or wait here; what is more stays unlocked in the database.
 */
class ManagedJobExecutor extends JobExecutor {

  private static final int AT_ONCE = 8;

  private final ManagedExecutorService executor;
  private final ManagedThreadFactory threads;
  private final Semaphore places = new Semaphore(AT_ONCE);

  ManagedJobExecutor(ManagedExecutorService executor, ManagedThreadFactory threads) {
    this.executor = executor;
    this.threads = threads;
  }

  @Override
  protected void startExecutingJobs() {
    if (jobAcquisitionThread == null) {
      jobAcquisitionThread = threads.newThread(acquireJobsRunnable);
      jobAcquisitionThread.setName("workflow-jobs");
      jobAcquisitionThread.start();
    }
  }

  @Override
  protected void stopExecutingJobs() {
    stopJobAcquisitionThread();
  }

  @Override
  public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
    if (!places.tryAcquire()) {
      rejected(jobIds, engine);
      return;
    }
    try {
      executor.execute(
          () -> {
            try {
              getExecuteJobsRunnable(jobIds, engine).run();
            } finally {
              places.release();
            }
          });
    } catch (RejectedExecutionException e) {
      places.release();
      rejected(jobIds, engine);
    }
  }

  private void rejected(List<String> jobIds, ProcessEngineImpl engine) {
    logRejectedExecution(engine, jobIds.size());
    rejectedJobsHandler.jobsRejected(jobIds, engine, this);
  }
}
