package uz.gogomarket.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that the marketplace runs on, embedded or not.
 *
 * @param url without credentials
 * @param owner migrates
 * @param app what the application runs as
 */
public record Database(String url, Credentials owner, Credentials app) {

  /**
   * What all code relies on, the application's, the launcher's and the tests': names are found in
   * both schemas, enums and jsonb accept strings, batches become one statement, statements are
   * prepared at their first use. No URL says otherwise.
   */
  private static final Map<String, String> RELIED_ON =
      Map.of(
          "currentSchema", "public,engine",
          "stringtype", "unspecified",
          "reWriteBatchedInserts", "true",
          "prepareThreshold", "1");

  /** A dead network is noticed. An operator's URL may say otherwise. */
  private static final Map<String, String> PATIENCE =
      Map.of("connectTimeout", "5", "loginTimeout", "10", "tcpKeepAlive", "true");

  /**
   * The URL for the server. A statement ends, and what the database says about a failure names no
   * values: they would stand in the logs.
   */
  public String applicationUrl() {
    Map<String, String> parameters = new TreeMap<>(PATIENCE);
    parameters.put("socketTimeout", "60");
    parameters.put("logServerErrorDetail", "false");
    parameters.put("ApplicationName", "gogomarket");
    return withParameters(parameters);
  }

  /** Connections of the owner: for migrations and the demo marketplace, not for the application. */
  public DataSource ownerDataSource() {
    Map<String, String> parameters = new TreeMap<>(PATIENCE);
    parameters.put("ApplicationName", "gogomarket-owner");
    return dataSource(withParameters(parameters), owner);
  }

  /** Connections with the application's rights, as the server's are. */
  public DataSource applicationDataSource() {
    return dataSource(applicationUrl(), app);
  }

  private static DataSource dataSource(String url, Credentials credentials) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(credentials.user());
    source.setPassword(credentials.password());
    return source;
  }

  /** What the operator wrote into the URL stays, unless code relies on it; the rest is added. */
  private String withParameters(Map<String, String> defaults) {
    int end = url.contains("?") ? url.indexOf('?') : url.length();
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String written : url.substring(Math.min(end + 1, url.length())).split("&", -1)) {
      int equals = written.indexOf('=');
      if (equals > 0) {
        parameters.put(written.substring(0, equals), written.substring(equals + 1));
      }
    }
    defaults.forEach(parameters::putIfAbsent);
    new TreeMap<>(RELIED_ON).forEach(parameters::put);
    return url.substring(0, end)
        + parameters.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining("&", "?", ""));
  }
}
