package uz.gogomarket.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A marketplace that runs on this machine, found through its data folder.
 *
 * @param serverPid the application server's process
 * @param postgresPid the first of PostgreSQL's processes; the others are its children
 */
record Target(URI url, Path data, long serverPid, long postgresPid, int postgresPort) {

  /**
   * @throws IllegalStateException if it is not on this machine, or does not run
   */
  static Target at(URI url, Path data) throws IOException {
    if (!InetAddress.getByName(url.getHost()).isLoopbackAddress()) {
      throw new IllegalStateException(url + " is not on this machine; benchmarks stay on loopback");
    }
    Path server = data.resolve("server.pid");
    Path postgres = data.resolve("postgresql/cluster/postmaster.pid");
    if (!Files.exists(server) || !Files.exists(postgres)) {
      throw new IllegalStateException("No marketplace with embedded PostgreSQL runs on " + data);
    }
    List<String> database = Files.readAllLines(postgres);
    return new Target(
        url,
        data,
        Long.parseLong(Files.readAllLines(server).get(0).strip()),
        Long.parseLong(database.get(0).strip()),
        Integer.parseInt(database.get(3).strip()));
  }

  /** What is laid there the server deploys; what is taken away from there it takes away. */
  Path autodeploy() {
    return data.resolve("server/autodeploy");
  }

  /** As the superuser: it may read the statistics of everybody's statements. */
  Connection database() throws SQLException, IOException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(
        "jdbc:postgresql://127.0.0.1:"
            + postgresPort
            + "/gogomarket?currentSchema=public,engine&prepareThreshold=1");
    source.setUser("postgres");
    source.setPassword(
        Files.readString(data.resolve("secrets/database-password-postgres.txt")).strip());
    return source.getConnection();
  }
}
