package uz.gogomarket.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
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

  private static final String APPLICATION_NAME = "gogomarket";

  /**
   * The URL for the server: enums and jsonb accept strings, batches become one statement,
   * statements are prepared at their first use, a dead network is noticed, and what the database
   * says about a failure names no values: they would stand in the logs.
   */
  public String applicationUrl() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("currentSchema", "public,engine");
    parameters.put("stringtype", "unspecified");
    parameters.put("reWriteBatchedInserts", "true");
    parameters.put("prepareThreshold", "1");
    parameters.put("logServerErrorDetail", "false");
    parameters.put("ApplicationName", APPLICATION_NAME);
    parameters.put("connectTimeout", "5");
    parameters.put("loginTimeout", "10");
    parameters.put("socketTimeout", "60");
    parameters.put("tcpKeepAlive", "true");
    return withParameters(parameters);
  }

  /** Connections of the owner: for migrations and the demo marketplace, not for the application. */
  public DataSource ownerDataSource() {
    return dataSource(owner, "gogomarket-owner");
  }

  /** Connections with the application's rights. */
  public DataSource applicationDataSource() {
    return dataSource(app, APPLICATION_NAME);
  }

  private DataSource dataSource(Credentials credentials, String applicationName) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(
        withParameters(
            Map.of(
                "currentSchema", "public,engine",
                "stringtype", "unspecified",
                "reWriteBatchedInserts", "true",
                "connectTimeout", "5",
                "loginTimeout", "10",
                "tcpKeepAlive", "true",
                "ApplicationName", applicationName)));
    source.setUser(credentials.user());
    source.setPassword(credentials.password());
    return source;
  }

  /** What the operator wrote into the URL stays; the rest is added. */
  private String withParameters(Map<String, String> parameters) {
    String query = url.contains("?") ? url.substring(url.indexOf('?') + 1) : "";
    String added =
        parameters.entrySet().stream()
            .filter(parameter -> !("&" + query).contains("&" + parameter.getKey() + "="))
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .sorted()
            .collect(Collectors.joining("&"));
    if (added.isEmpty()) {
      return url;
    }
    return url + (url.contains("?") ? "&" : "?") + added;
  }
}
