package uz.gogomarket.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The server's working folder: a fresh copy of the one that Payara ships, with our listeners.
 *
 * <p>Fresh at every start, because an application that the former run deployed would load twice.
 * Listeners that nobody needs (HTTPS, IIOP, JMX, the cluster's) stay closed.
 */
final class ServerDomain {
  private static final String CONFIG = "server-config";
  private static final String OPENAPI = "microprofile-openapi-configuration";
  private static final int FEWEST_THREADS = 8;
  private static final int HASH_AND_SALT_BYTES = 40;

  /** Added to the server's own; the last line for a key wins. */
  private static final String LOGGING =
      """

      com.sun.enterprise.server.logging.GFFileHandler.file=%s
      com.sun.enterprise.server.logging.GFFileHandler.rotationLimitInBytes=20000000
      com.sun.enterprise.server.logging.GFFileHandler.maxHistoryFiles=5
      com.sun.enterprise.server.logging.UniformLogFormatter.ansiColor=false
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
    Path file = folder.resolve("config/domain.xml");
    Document domain = parse(file);
    Element config = named(domain, "config", "name", CONFIG);
    listeners(config, settings);
    quiet(config);
    write(domain, file);
    Files.writeString(
        folder.resolve("config/logging.properties"),
        LOGGING.formatted(log),
        StandardOpenOption.APPEND);
    if (settings.adminPort().isEmpty()) {
      lockAdministration(folder.resolve("config/admin-keyfile"));
    }
    Files.createDirectories(folder.resolve("autodeploy"));
    return new ServerDomain(folder, texts(config, "jvm-options"));
  }

  Path folder() {
    return folder;
  }

  /** As they stand in the configuration: with placeholders and ranges of Java versions. */
  List<String> jvmOptions() {
    return jvmOptions;
  }

  private static void listeners(Element config, Settings settings) {
    Element http = named(config, "network-listener", "name", "http-listener-1");
    http.setAttribute("address", settings.httpHost());
    http.setAttribute("port", Integer.toString(settings.httpPort()));
    workers(config, settings);
    named(config, "network-listener", "name", "http-listener-2").setAttribute("enabled", "false");
    Element admin = named(config, "network-listener", "name", "admin-listener");
    admin.setAttribute("address", "127.0.0.1");
    int adminPort = settings.adminPort().orElseGet(Ports::free);
    admin.setAttribute("port", Integer.toString(adminPort));
    for (Element iiop : elements(config, "iiop-listener")) {
      iiop.setAttribute("enabled", "false");
    }
    for (Element jmx : elements(config, "jmx-connector")) {
      jmx.setAttribute("enabled", "false");
    }
    for (Element cluster : elements(config, "hazelcast-config-specific-configuration")) {
      cluster.setAttribute("enabled", "false");
    }
    // Our description is made while building; the server's own would stand at the same address.
    Element description = config.getOwnerDocument().createElement(OPENAPI);
    description.setAttribute("enabled", "false");
    config.appendChild(description);
    // All timers here live in memory; for others the server would deploy an application of its own.
    child(child(config, "ejb-container"), "ejb-timer-service")
        .setAttribute("ejb-timer-service", "None");
    // No JMS here; without this the server would listen for it on every address.
    child(config, "jms-service").setAttribute("type", "DISABLED");
    Element deployer =
        child(named(config, "admin-service", "type", "das-and-server"), "das-config");
    deployer.setAttribute("autodeploy-polling-interval-in-seconds", "1");
  }

  /**
   * How many requests are worked on at once, five where nothing is said, and for how long at most:
   * who sends a body byte by byte would otherwise keep a thread for as long as they like.
   */
  private static void workers(Element config, Settings settings) {
    Element pool = named(config, "thread-pool", "name", "http-thread-pool");
    pool.setAttribute("min-thread-pool-size", Integer.toString(FEWEST_THREADS));
    pool.setAttribute("max-thread-pool-size", Integer.toString(settings.httpThreads()));
    child(named(config, "protocol", "name", "http-listener-1"), "http")
        .setAttribute(
            "request-timeout-seconds", Long.toString(settings.requestTimeout().toSeconds()));
  }

  private static Element child(Element parent, String tag) {
    return elements(parent, tag).stream()
        .findFirst()
        .orElseGet(
            () -> (Element) parent.appendChild(parent.getOwnerDocument().createElement(tag)));
  }

  /**
   * The web container insists on the listener for administration, so it stays open on loopback; the
   * hash in this file belongs to no password.
   */
  private static void lockAdministration(Path keyfile) throws IOException {
    byte[] noHash = new byte[HASH_AND_SALT_BYTES];
    new SecureRandom().nextBytes(noHash);
    Files.writeString(
        keyfile, "admin;{SSHA256}" + Base64.getEncoder().encodeToString(noHash) + ";asadmin\n");
  }

  /** Answers do not tell what made them. */
  private static void quiet(Element config) {
    for (Element http : elements(config, "http")) {
      http.setAttribute("xpowered-by", "false");
      http.setAttribute("server-header", "false");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
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

  private static Document parse(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(file.toFile());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("unreadable " + file, e);
    }
  }

  private static void write(Document document, Path file) throws IOException {
    try {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(file.toFile()));
    } catch (TransformerException e) {
      throw new IOException("cannot write " + file, e);
    }
  }

  private static Element named(Document in, String tag, String attribute, String value) {
    return named(in.getDocumentElement(), tag, attribute, value);
  }

  private static Element named(Element in, String tag, String attribute, String value) {
    return elements(in, tag).stream()
        .filter(element -> element.getAttribute(attribute).equals(value))
        .findFirst()
        .orElseThrow(
            () -> new StartFailure("This Payara has no %s named %s.".formatted(tag, value)));
  }

  private static List<Element> elements(Element in, String tag) {
    NodeList nodes = in.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> texts(Element in, String tag) {
    return elements(in, tag).stream().map(element -> element.getTextContent().strip()).toList();
  }
}
