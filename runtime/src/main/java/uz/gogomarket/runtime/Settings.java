package uz.gogomarket.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uz.gogomarket.runtime.demo.DemoSize;

/**
 * Everything that can be chosen about a start, checked.
 *
 * @param payara the unpacked server
 * @param ear the application, or empty for a server without it
 * @param connector what stands before the server's own HTTP parser
 * @param data the folder that everything lasting lives in
 * @param httpHost the address the application listens on
 * @param httpPort 1 to 65535
 * @param httpThreads how many requests are worked on at once
 * @param requestTimeout how long one request may occupy its thread
 * @param strangers what those may do who connect
 * @param adminPort the server's administration on loopback; empty: closed
 * @param databasePort the embedded PostgreSQL's port on loopback
 * @param databaseOptions further options of the embedded PostgreSQL, such as {@code -c
 *     log_statement=all}
 * @param heapMegabytes the server's largest heap
 * @param jvmOptions further options of the server's Java process
 * @param reset whether to throw away the data folder's content first
 * @param demo which demo marketplace is loaded into an empty database; by default one only where
 *     nobody else can reach it, since the passwords of its accounts are published
 * @param baseUrl how clients reach the application
 * @param jsonLogs whether the server and its starter log one JSON object a line
 * @param startTimeout how long the server may take until it is ready
 * @param externalDatabase instead of the embedded PostgreSQL
 * @param application settings that are handed on to the application
 */
public record Settings(
    Path payara,
    Optional<Path> ear,
    Path connector,
    Path data,
    String httpHost,
    int httpPort,
    int httpThreads,
    Duration requestTimeout,
    Strangers strangers,
    Optional<Integer> adminPort,
    int databasePort,
    String databaseOptions,
    int heapMegabytes,
    String jvmOptions,
    boolean reset,
    DemoSize demo,
    URI baseUrl,
    boolean jsonLogs,
    Duration startTimeout,
    Optional<ExternalDatabase> externalDatabase,
    Map<String, String> application) {

  /**
   * What those may do who connect.
   *
   * @param hosts names, besides loopback ones, under which the application is reached
   * @param sending how long the head of a request, or a small body, may take to arrive
   * @param writing how long an answer may wait for its reader
   * @param waitingBodies how many threads may wait for the rest of larger bodies
   */
  public record Strangers(
      List<String> hosts, Duration sending, Duration writing, int waitingBodies) {}

  /**
   * Reads them from system properties and the environment; the former win.
   *
   * @throws StartFailure with a sentence about the first value that makes no sense
   */
  public static Settings read(Map<String, String> properties, Map<String, String> environment) {
    return new SettingsReader(properties, environment).read();
  }

  /** Whether others than programs on this machine can reach the application. */
  public boolean open() {
    return !SettingsReader.isLoopback(httpHost);
  }

  /** Where a program on this machine reaches the application. */
  public URI localUrl() {
    boolean everywhere = httpHost.equals("0.0.0.0") || httpHost.equals("::");
    String host = everywhere ? "127.0.0.1" : httpHost;
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + httpPort);
  }
}
