package uz.gogomarket.containertests;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uz.gogomarket.platform.ProblemException;

/** Runs parts of tests in transactions of their own and beside each other. */
@ApplicationScoped
public class ManagedThreads {

  @Resource ManagedExecutorService executor;

  /** Commits what the work does. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }

  /** Starts the work on a thread of the server; true where it was not refused. */
  public CompletableFuture<Boolean> start(Callable<?> work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            work.call();
            return true;
          } catch (ProblemException refused) {
            return false;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        executor);
  }

  /** Does all of it at the same time; true for each that was not refused. */
  public List<Boolean> atOnce(Callable<?>... works) {
    List<CompletableFuture<Boolean>> running = Stream.of(works).map(this::start).toList();
    return running.stream().map(CompletableFuture::join).toList();
  }
}
