package uz.gogomarket.runtime;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uz.gogomarket.runtime.RunningParts.Part;
import uz.gogomarket.runtime.demo.Demo;
import uz.gogomarket.runtime.demo.DemoAccount;
import uz.gogomarket.runtime.demo.DemoSize;

/**
 * A running marketplace: the database, the server and the application in it.
 *
 * <p>Tests start one on free ports and close it:
 *
 * <pre>{@code
 * Settings settings = Settings.read(Map.of(
 *     "gogomarket.data", folder.toString(),
 *     "gogomarket.http.port", "0", "gogomarket.db.port", "0", "gogomarket.admin.port", "0",
 *     "gogomarket.demo", "none"), Map.of());
 * try (Marketplace marketplace = new Marketplace(settings)) {
 *   marketplace.start();
 *   …
 * }
 * }</pre>
 */
public final class Marketplace implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Settings settings;
  private final RunningParts running = new RunningParts();
  private volatile CompletableFuture<Void> preparing = CompletableFuture.completedFuture(null);
  private Optional<Database> database = Optional.empty();
  private Optional<PayaraServer> server = Optional.empty();
  private List<DemoAccount> accounts = List.of();

  public Marketplace(Settings settings) {
    this.settings = settings;
  }

  /**
   * Starts everything and returns when the application is ready; what was started before a failure
   * is stopped again.
   *
   * @throws StartFailure with one sentence for a person
   */
  public void start() {
    requireBuilt();
    whole(
        data -> {
          Secrets secrets = Secrets.in(data.secrets());
          Database described = describe(secrets);
          preparing = CompletableFuture.runAsync(() -> prepare(described, data, secrets));
          PayaraServer payara = launch(described, data, secrets);
          await(preparing);
          payara.awaitStart();
          Console.step("Payara Server is up");
          if (settings.ear().isPresent()) {
            payara.deploy(settings.ear().get());
            payara.awaitReady();
            Console.step("The application is ready");
            completeDemo(described);
          }
          database = Optional.of(described);
          server = Optional.of(payara);
        });
  }

  /** Brings the database to this version, without starting the server. */
  public void migrate() {
    whole(
        data -> {
          Secrets secrets = Secrets.in(data.secrets());
          prepare(describe(secrets), data, secrets);
        });
  }

  /** Where the application answers on this machine. */
  public URI url() {
    return settings.localUrl();
  }

  public Settings settings() {
    return settings;
  }

  /**
   * The database of a started marketplace.
   *
   * @throws IllegalStateException before the start
   */
  public Database database() {
    return database.orElseThrow(() -> new IllegalStateException("not started"));
  }

  /**
   * The password of {@code admin} in the server's administration, new at each start.
   *
   * @throws IllegalStateException where the administration is closed
   */
  public String adminPassword() {
    try {
      return Files.readString(Administration.password(settings.data().resolve("server"))).strip();
    } catch (IOException e) {
      throw new IllegalStateException("The administration is closed", e);
    }
  }

  /** Whom one can log in as where the demo marketplace is loaded. */
  public List<DemoAccount> accounts() {
    return accounts;
  }

  /** Whether anything has been started that is not stopped yet. */
  boolean isRunning() {
    return !running.isEmpty();
  }

  /** Blocks until the server ends, by {@link #close} or by itself; true in the first case. */
  public boolean awaitEnd() throws InterruptedException {
    server.orElseThrow(() -> new IllegalStateException("not started")).waitFor();
    Thread.sleep(500); // Ctrl-C reaches the server before it reaches us
    return running.isClosed();
  }

  @Override
  public void close() {
    running.close();
    try {
      preparing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // whoever started it has been told, or it hangs on a database that does not answer
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Work {
    void on(DataFolder data) throws IOException, InterruptedException;
  }

  private void whole(Work work) {
    boolean done = false;
    try {
      DataFolder data = running.add(Part.DATA_FOLDER, DataFolder.open(settings.data()));
      FormerRun.endServer(data.serverProcess());
      EmbeddedPostgres.endFormer(data.postgresql());
      data.restrict();
      requireFreePorts();
      if (settings.reset()) {
        reset(data);
      }
      work.on(data);
      done = true;
    } catch (IOException e) {
      throw new StartFailure("A file could not be read or written: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("The start was interrupted.", e);
    } finally {
      if (!done) {
        close();
      }
    }
  }

  private void requireBuilt() {
    for (Path part :
        settings
            .ear()
            .map(ear -> List.of(settings.payara(), settings.connector(), ear))
            .orElse(List.of(settings.payara(), settings.connector()))) {
      if (!Files.exists(part)) {
        throw new StartFailure(
            part + " is missing; ./mvnw -DskipTests package builds what has to be there.");
      }
    }
  }

  private void reset(DataFolder data) throws IOException {
    if (settings.externalDatabase().isPresent()) {
      throw new StartFailure(
          "-Dgogomarket.reset only knows how to empty the embedded database; empty the one at %s yourself."
              .formatted(settings.externalDatabase().get().url()));
    }
    data.reset();
    Console.step("Started over: the data folder " + settings.data() + " was emptied");
  }

  private void requireFreePorts() {
    Ports.requireFree(
        settings.httpHost(), settings.httpPort(), "gogomarket.http.port", "the application");
    settings
        .adminPort()
        .ifPresent(
            port ->
                Ports.requireFree(
                    "127.0.0.1", port, "gogomarket.admin.port", "Payara's administration"));
    if (settings.externalDatabase().isEmpty()) {
      Ports.requireFree("127.0.0.1", settings.databasePort(), "gogomarket.db.port", "PostgreSQL");
    }
  }

  private Database describe(Secrets secrets) throws IOException {
    if (settings.externalDatabase().isPresent()) {
      ExternalDatabase given = settings.externalDatabase().get();
      return new Database(given.url(), given.owner(), given.app());
    }
    return EmbeddedDatabase.describe(settings.databasePort(), secrets);
  }

  private PayaraServer launch(Database described, DataFolder data, Secrets secrets)
      throws IOException {
    Console.step("Starting Payara Server on port " + settings.httpPort());
    return running.add(
        Part.SERVER,
        PayaraServer.launch(
            settings, data, ServerEnvironment.variables(settings, described, secrets)));
  }

  private void prepare(Database described, DataFolder data, Secrets secrets) {
    try {
      if (settings.externalDatabase().isPresent()) {
        Console.step("Using the database " + described.url());
      } else {
        EmbeddedDatabase.prepare(
            running.add(
                Part.DATABASE,
                EmbeddedPostgres.start(
                    data.postgresql(),
                    secrets,
                    settings.databasePort(),
                    settings.databaseOptions())),
            described,
            secrets);
        Console.step("PostgreSQL is up on port " + settings.databasePort());
      }
      int count = Migrations.run(described);
      ActingKey.write(described, secrets.actingKey());
      Console.step(
          count == 0 ? "The database is up to date" : "The database took " + count + " migrations");
      if (settings.demo() != DemoSize.NONE) {
        for (Demo demo : demos()) {
          if (demo.load(described.ownerDataSource(), secrets.folder(), settings.demo())) {
            Console.step("The demo marketplace is loaded");
          }
        }
      }
    } catch (IOException | SQLException e) {
      throw new StartFailure("The database could not be prepared: " + e.getMessage(), e);
    }
  }

  private void completeDemo(Database ready) {
    try {
      for (Demo demo : demos()) {
        if (settings.demo() != DemoSize.NONE) {
          demo.complete(ready.ownerDataSource(), url());
        }
        accounts = demo.accounts(ready.ownerDataSource());
      }
    } catch (Exception e) {
      throw new StartFailure("The demo marketplace could not be completed: " + e.getMessage(), e);
    }
  }

  private static ServiceLoader<Demo> demos() {
    return ServiceLoader.load(Demo.class, Marketplace.class.getClassLoader());
  }

  private static void await(CompletableFuture<Void> preparing) {
    try {
      preparing.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StartFailure failure) {
        throw failure;
      }
      throw e;
    }
  }
}
