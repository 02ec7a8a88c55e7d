package uz.gogomarket.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proves on a database that the promises of the marketplace hold: the queries of {@code
 * db/proof/promises.sql}, none of which may find anything. For tests and benchmarks, after whatever
 * they have done to it.
 */
public final class Promises {
  private static final String FILE = "/db/proof/promises.sql";
  private static final Pattern HEADING =
      Pattern.compile("^-- (promise \\d: .*)$", Pattern.MULTILINE);
  private static final Pattern NEEDS = Pattern.compile("needs (\\S+)$");
  private static final int MOST_VIOLATIONS = 20;

  private Promises() {}

  /**
   * Something that breaks a promise.
   *
   * @param promise which, and what must hold
   * @param violation what does not, in one line
   */
  public record Broken(String promise, String violation) {
    @Override
    public String toString() {
      return promise + ": " + violation;
    }
  }

  private record Proof(String promise, String query) {}

  /**
   * Looks at everything as system, in one snapshot; some seconds with the demo marketplace.
   *
   * @param connection of the owner; its transaction is ended
   * @return at most {@value #MOST_VIOLATIONS} violations of each query; empty where all holds
   */
  public static List<Broken> broken(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read read only");
      statement.execute("select set_config('gogomarket.grants', 'system', true)");
      statement.setMaxRows(MOST_VIOLATIONS);
      List<Broken> broken = new ArrayList<>();
      for (Proof proof : proofs()) {
        if (!isThere(connection, proof)) {
          continue;
        }
        try (ResultSet rows = statement.executeQuery(proof.query())) {
          while (rows.next()) {
            broken.add(new Broken(proof.promise(), rows.getString(1)));
          }
        }
      }
      return broken;
    } finally {
      connection.rollback();
    }
  }

  private static boolean isThere(Connection connection, Proof proof) throws SQLException {
    Matcher needs = NEEDS.matcher(proof.promise());
    if (!needs.find()) {
      return true;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("select to_regclass(?) is not null")) {
      statement.setString(1, needs.group(1));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private static List<Proof> proofs() {
    String text = text();
    List<String> headings = HEADING.matcher(text).results().map(found -> found.group(1)).toList();
    List<String> queries = Arrays.stream(HEADING.split(text)).skip(1).toList();
    List<Proof> proofs = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      proofs.add(new Proof(headings.get(i), queries.get(i)));
    }
    return proofs;
  }

  private static String text() {
    try (InputStream in = Promises.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
