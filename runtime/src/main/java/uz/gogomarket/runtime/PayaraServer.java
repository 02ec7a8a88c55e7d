package uz.gogomarket.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Payara Server as a process of its own, and the EAR in it. */
final class PayaraServer implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String STARTED = "NCLS-CORE-00017";

  private final Settings settings;
  private final ServerDomain domain;
  private final Process process;
  private final Path processFile;
  private final Path log;
  private final long deadline;
  private final CountDownLatch started = new CountDownLatch(1);
  private volatile boolean stopping;

  private PayaraServer(
      Settings settings, ServerDomain domain, Process process, Path processFile, Path log) {
    this.settings = settings;
    this.domain = domain;
    this.process = process;
    this.processFile = processFile;
    this.log = log;
    this.deadline = System.nanoTime() + settings.startTimeout().toNanos();
  }

  /** Starts the process and returns at once; {@link #awaitStart} waits for it. */
  static PayaraServer launch(Settings settings, DataFolder data, Map<String, String> environment)
      throws IOException {
    OwnerOnly.createDirectory(data.logs());
    Path log = data.logs().resolve("server.log");
    ServerDomain domain = ServerDomain.create(settings, data.server(), log);
    ProcessBuilder builder = new ProcessBuilder(ServerCommand.line(settings, domain));
    builder.directory(domain.folder().toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GOGOMARKET_DB_OWNER"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    FormerRun.remember(process.toHandle(), data.serverProcess());
    PayaraServer server = new PayaraServer(settings, domain, process, data.serverProcess(), log);
    Thread reader = new Thread(server::read, "server-log");
    reader.setDaemon(true);
    reader.start();
    return server;
  }

  void awaitStart() throws InterruptedException {
    while (!started.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
      requireAlive("started");
    }
  }

  /** Deploys the EAR and waits until it says that it is ready. */
  void deploy(Path ear) throws IOException, InterruptedException {
    Console.step("Deploying the application");
    Path unfinished = domain.application().resolveSibling("gogomarket.copying");
    Files.copy(ear, unfinished, StandardCopyOption.REPLACE_EXISTING);
    OwnerOnly.restrict(unfinished);
    Files.move(unfinished, domain.application(), StandardCopyOption.ATOMIC_MOVE);
    while (!Files.exists(domain.deployed())) {
      if (Files.exists(domain.notDeployed())) {
        throw new StartFailure(
            "The application could not be deployed; the reasons are in " + log + ".");
      }
      requireAlive("deployed the application");
      Thread.sleep(POLL.toMillis());
    }
  }

  /** Waits until the readiness check is content. */
  void awaitReady() throws InterruptedException {
    URI address = settings.localUrl().resolve("/health/ready");
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
    while (true) {
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not listening yet, or busy: asked again below
      }
      requireAlive("become ready (" + address + ")");
      Thread.sleep(POLL.toMillis());
    }
  }

  /** Returns when the process has ended. */
  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    stopping = true;
    FormerRun.end(process.toHandle());
    try {
      Files.deleteIfExists(processFile);
    } catch (IOException e) {
      Console.warning("The file " + processFile + " could not be deleted.");
    }
  }

  private void requireAlive(String what) {
    if (!process.isAlive()) {
      throw new StartFailure(
          "Payara Server ended (exit code %d) before it had %s; its log is %s."
              .formatted(process.exitValue(), what, log));
    }
    if (System.nanoTime() > deadline) {
      throw new StartFailure(
          "Payara Server has not %s within %d s; its log is %s."
              .formatted(what, settings.startTimeout().toSeconds(), log));
    }
  }

  private void read() {
    ServerLog filter = new ServerLog();
    boolean json = settings.jsonLogs();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.contains(STARTED)) {
          started.countDown();
        }
        if (json) {
          Console.passOn(line);
        } else {
          filter.accept(line).filter(shown -> !stopping).ifPresent(Console::warning);
        }
      }
    } catch (IOException e) {
      // the process has ended; whoever waits for it sees that
    }
  }
}
