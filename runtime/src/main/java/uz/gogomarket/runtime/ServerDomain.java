package uz.gogomarket.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The server's working folder: a fresh copy of the one that Payara ships, with our listeners.
 *
 * <p>Fresh at every start, because an application that the former run deployed would load twice.
 * Listeners that nobody needs (HTTPS, IIOP, JMX, the cluster's) stay closed.
 */
final class ServerDomain {
  private static final String OPENAPI = "microprofile-openapi-configuration";
  private static final int FEWEST_THREADS = 8;
  private static final String CONNECTOR = "lib/gogomarket-connector.jar";

  /** Added to the server's own; the last line for a key wins. */
  private static final String LOGGING =
      """

      com.sun.enterprise.server.logging.GFFileHandler.file=%s
      com.sun.enterprise.server.logging.GFFileHandler.rotationLimitInBytes=20000000
      com.sun.enterprise.server.logging.GFFileHandler.maxHistoryFiles=5
      com.sun.enterprise.server.logging.UniformLogFormatter.ansiColor=false
      """;

  /** One object a line, the same in the file and for whoever reads the output. */
  private static final String JSON_LOGGING =
      """
      com.sun.enterprise.server.logging.GFFileHandler.formatter=fish.payara.enterprise.server.logging.JSONLogFormatter
      java.util.logging.ConsoleHandler.formatter=fish.payara.enterprise.server.logging.JSONLogFormatter
      """;

  private final Path folder;
  private final List<String> jvmOptions;

  private ServerDomain(Path folder, List<String> jvmOptions) {
    this.folder = folder;
    this.jvmOptions = jvmOptions;
  }

  static ServerDomain create(Settings settings, Path folder, Path log) throws IOException {
    Path pristine = settings.payara().resolve("glassfish/domains/domain1");
    DataFolder.delete(folder);
    copy(pristine, folder);
    Files.copy(settings.connector(), folder.resolve(CONNECTOR));
    DomainXml domain = DomainXml.read(folder.resolve("config/domain.xml"));
    listeners(domain, settings);
    quiet(domain);
    Administration.configure(domain, settings, folder);
    domain.write();
    Files.writeString(
        folder.resolve("config/logging.properties"),
        LOGGING.formatted(log) + (settings.jsonLogs() ? JSON_LOGGING : ""),
        StandardOpenOption.APPEND);
    // Its welcome page would be seen until the application is there.
    DataFolder.delete(folder.resolve("docroot"));
    Files.createDirectories(folder.resolve("docroot"));
    Files.createDirectories(folder.resolve("autodeploy"));
    OwnerOnly.restrictTree(folder);
    return new ServerDomain(folder, domain.texts("jvm-options"));
  }

  Path folder() {
    return folder;
  }

  /** What is laid there is deployed. */
  Path application() {
    return folder.resolve("autodeploy/gogomarket.ear");
  }

  /** Exists once the application is deployed. */
  Path deployed() {
    return folder.resolve("autodeploy/gogomarket.ear_deployed");
  }

  /** Exists once the application could not be deployed. */
  Path notDeployed() {
    return folder.resolve("autodeploy/gogomarket.ear_deployFailed");
  }

  /** As they stand in the configuration: with placeholders and ranges of Java versions. */
  List<String> jvmOptions() {
    return jvmOptions;
  }

  private static void listeners(DomainXml domain, Settings settings) {
    Element http = domain.named("network-listener", "name", "http-listener-1");
    http.setAttribute("address", settings.httpHost());
    http.setAttribute("port", Integer.toString(settings.httpPort()));
    workers(domain, settings);
    domain.guard(http, "ApplicationPort");
    domain.named("network-listener", "name", "http-listener-2").setAttribute("enabled", "false");
    for (String listener : List.of("iiop-listener", "jmx-connector")) {
      domain.elements(listener).forEach(each -> each.setAttribute("enabled", "false"));
    }
    for (Element cluster : domain.elements("hazelcast-config-specific-configuration")) {
      cluster.setAttribute("enabled", "false");
    }
    // Our description is made while building; the server's own would stand at the same address.
    domain.child(domain.config(), OPENAPI).setAttribute("enabled", "false");
    // All timers here live in memory; for others the server would deploy an application of its own.
    domain
        .child(domain.child(domain.config(), "ejb-container"), "ejb-timer-service")
        .setAttribute("ejb-timer-service", "None");
    // No JMS here; without this the server would listen for it on every address.
    domain.child(domain.config(), "jms-service").setAttribute("type", "DISABLED");
    Element deploying =
        domain.child(domain.named("admin-service", "type", "das-and-server"), "das-config");
    deploying.setAttribute("autodeploy-polling-interval-in-seconds", "1");
    // For developing inside the server: it would look every other second whether to load anew.
    deploying.setAttribute("dynamic-reload-enabled", "false");
  }

  /**
   * How many requests are worked on at once, five where nothing is said, and for how long at most.
   * HTTP/2 is off: one connection could open as many requests as there are threads.
   */
  private static void workers(DomainXml domain, Settings settings) {
    Element pool = domain.named("thread-pool", "name", "http-thread-pool");
    pool.setAttribute("min-thread-pool-size", Integer.toString(FEWEST_THREADS));
    pool.setAttribute("max-thread-pool-size", Integer.toString(settings.httpThreads()));
    Element http = domain.child(domain.named("protocol", "name", "http-listener-1"), "http");
    http.setAttribute(
        "request-timeout-seconds", Long.toString(settings.requestTimeout().toSeconds()));
    http.setAttribute("http2-enabled", "false");
    domain
        .named("transport", "name", "tcp")
        .setAttribute(
            "write-timeout-millis", Long.toString(settings.strangers().writing().toMillis()));
  }

  /** Answers do not tell what made them. */
  private static void quiet(DomainXml domain) {
    for (Element http : domain.elements("http")) {
      http.setAttribute("xpowered-by", "false");
      http.setAttribute("server-header", "false");
    }
    for (Element host : domain.elements("virtual-server")) {
      Element pages = host.getOwnerDocument().createElement("property");
      pages.setAttribute("name", "errorReportValve");
      pages.setAttribute("value", "");
      host.appendChild(pages);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    OwnerOnly.createDirectory(to);
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path each : paths.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }
}
