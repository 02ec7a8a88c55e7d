package uz.gogomarket.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The PostgreSQL that comes with the marketplace: on loopback only, every connection with a
 * password, its data kept in the data folder.
 */
final class EmbeddedPostgres implements AutoCloseable {
  static final String SUPERUSER = "postgres";
  private static final String HOST = "127.0.0.1";

  /** Written out where the default is not what a marketplace wants. */
  private static final String OPTIONS =
      """
      -c listen_addresses=%s -c port=%d -c unix_socket_directories= -c max_connections=120 \
      -c shared_buffers=128MB -c max_wal_size=2GB -c random_page_cost=1.1 -c jit=off -c timezone=UTC -c log_timezone=UTC \
      -c logging_collector=on -c log_directory=../log -c log_filename=postgresql-%%a.log \
      -c log_rotation_age=1d -c log_truncate_on_rotation=on -c log_line_prefix='%%m [%%p] %%q%%u@%%d '\
      """
          .stripTrailing();

  private final PostgresBinaries binaries;
  private final PostgresUser user;
  private final Path cluster;
  private final int port;

  private EmbeddedPostgres(PostgresBinaries binaries, PostgresUser user, Path cluster, int port) {
    this.binaries = binaries;
    this.user = user;
    this.cluster = cluster;
    this.port = port;
  }

  /**
   * Makes the cluster at the first run, starts it and returns when it answers.
   *
   * @throws StartFailure where it does not start
   */
  static EmbeddedPostgres start(Path folder, Secrets secrets, int port, String moreOptions)
      throws IOException {
    OwnerOnly.createDirectory(folder);
    OwnerOnly.createDirectory(folder.resolve("log"));
    PostgresBinaries binaries = PostgresBinaries.unpackInto(folder);
    PostgresUser user = PostgresUser.find(folder, binaries);
    Path cluster = cluster(folder);
    EmbeddedPostgres postgres = new EmbeddedPostgres(binaries, user, cluster, port);
    if (!Files.exists(cluster.resolve("PG_VERSION"))) {
      postgres.initialise(folder, secrets.databasePassword(SUPERUSER));
    }
    user.own(cluster);
    user.own(folder.resolve("log"));
    postgres.launch(folder, moreOptions);
    return postgres;
  }

  /** Ends one that a killed run has left behind. */
  static void endFormer(Path folder) throws IOException {
    FormerRun.endPostgres(cluster(folder));
  }

  private static Path cluster(Path folder) {
    return folder.resolve("cluster");
  }

  int port() {
    return port;
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
  }

  /** Ends open transactions and stops; nothing that was committed is lost. */
  @Override
  public void close() {
    Commands.Outcome outcome = stop();
    if (!outcome.succeeded()) {
      Console.warning("PostgreSQL did not stop: " + outcome.output());
    }
  }

  private Commands.Outcome stop() {
    return user.run(
        List.of(binaries.program("pg_ctl"), "stop", "-D", cluster.toString(), "-m", "fast", "-w"));
  }

  /** In a folder beside, so that a crash leaves no half-made cluster. */
  private void initialise(Path folder, String superuserPassword) throws IOException {
    Path work = folder.resolve("initialising");
    DataFolder.delete(work);
    OwnerOnly.createDirectory(work);
    Path passwordFile = OwnerOnly.createFile(work.resolve("password"));
    Files.writeString(passwordFile, superuserPassword + "\n");
    user.own(work);
    Path unfinished = work.resolve("cluster");
    List<String> command = new ArrayList<>();
    command.add(binaries.program("initdb"));
    command.addAll(List.of("-D", unfinished.toString(), "-U", SUPERUSER));
    command.addAll(List.of("--pwfile=" + passwordFile, "--auth=scram-sha-256"));
    command.addAll(List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin"));
    command.addAll(List.of("--builtin-locale=C.UTF-8", "--data-checksums"));
    Commands.Outcome outcome = user.run(command);
    if (!outcome.succeeded()) {
      throw new StartFailure(
          "PostgreSQL could not make its data folder: " + lastLine(outcome.output()));
    }
    Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    DataFolder.delete(work);
  }

  private void launch(Path folder, String moreOptions) throws IOException {
    Path log = folder.resolve("log").resolve("start.log");
    Files.deleteIfExists(log);
    Commands.Outcome outcome =
        user.run(
            List.of(
                binaries.program("pg_ctl"),
                "start",
                "-D",
                cluster.toString(),
                "-l",
                log.toString(),
                "-o",
                (OPTIONS.formatted(HOST, port) + " " + moreOptions).strip(),
                "-w",
                "-t",
                "50"));
    if (!outcome.succeeded()) {
      String said = Files.exists(log) ? Files.readString(log) : outcome.output();
      throw new StartFailure(
          "PostgreSQL did not start: %s (its log is in %s)."
              .formatted(lastLine(said), folder.resolve("log")));
    }
  }

  private static String lastLine(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .reduce("", (first, second) -> second)
        .strip();
  }
}
