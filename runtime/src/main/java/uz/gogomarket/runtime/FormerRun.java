package uz.gogomarket.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends what a killed run has left behind. Only called while the data folder's lock is held, so that
 * no living marketplace can own it; a process counts as ours only if its number and its start fit.
 */
final class FormerRun {
  private static final long TOLERANCE_SECONDS = 5;
  private static final long PATIENCE_SECONDS = 20;

  private FormerRun() {}

  /** Remembers a process, so that the next run can recognise it. */
  static void remember(ProcessHandle process, Path file) throws IOException {
    long started = process.info().startInstant().orElse(Instant.now()).getEpochSecond();
    Files.writeString(OwnerOnly.createFile(file), process.pid() + "\n" + started + "\n");
  }

  static void endServer(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() >= 2) {
      Optional<ProcessHandle> process = ours(lines.get(0), lines.get(1));
      if (process.isPresent()) {
        Console.step("Ending the application server that the former run left behind");
        end(process.get());
      }
    }
    Files.delete(file);
  }

  /**
   * Its clients are gone by now, so that the gentlest signal is enough; nothing committed is lost.
   */
  static void endPostgres(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file); // pid, data folder, start in epoch seconds, …
    if (lines.size() < 3) {
      Files.delete(file);
      return;
    }
    Optional<ProcessHandle> postgres = ours(lines.get(0), lines.get(2));
    if (postgres.isPresent()) {
      Console.step("Ending the PostgreSQL that the former run left behind");
      end(postgres.get());
    } else if (isAlive(lines.get(0))) {
      // The number belongs to another program by now; PostgreSQL would mistake it for itself.
      Files.delete(file);
    }
  }

  static void end(ProcessHandle process) {
    process.destroy();
    CompletableFuture<ProcessHandle> exit = process.onExit();
    try {
      exit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
      exit.join();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<ProcessHandle> ours(String pid, String startedEpochSecond) {
    long started = Long.parseLong(startedEpochSecond.strip());
    return handle(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process
                    .info()
                    .startInstant()
                    .filter(at -> Math.abs(at.getEpochSecond() - started) <= TOLERANCE_SECONDS)
                    .isPresent());
  }

  private static boolean isAlive(String pid) {
    return handle(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  private static Optional<ProcessHandle> handle(String pid) {
    return ProcessHandle.of(Long.parseLong(pid.strip()));
  }
}
