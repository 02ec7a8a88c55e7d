package uz.gogomarket.runtime;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uz.gogomarket.runtime.demo.DemoSize;

/** Turns text into {@link Settings}; a value that makes no sense is refused in one sentence. */
final class SettingsReader {
  private static final String PREFIX = "gogomarket.";
  private static final int LEAST_HEAP = 256;
  private static final int LARGEST_HEAP = 65_536;

  /** Seconds; loading the large demo marketplace takes minutes. */
  private static final int LARGE_START = 3600;

  private static final Pattern HEAP = Pattern.compile("(\\d{1,6})([mMgG])");
  private static final Pattern NETWORK =
      Pattern.compile(
          "(\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(/\\d{1,3})?)");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");
  private static final Pattern JDBC_URL = Pattern.compile("jdbc:postgresql://[^\\s/]+/[^\\s/?]+.*");

  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final Set<String> consumed = new HashSet<>();

  SettingsReader(Map<String, String> properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  Settings read() {
    Installation installation = Installation.find(value("home").map(this::path));
    Optional<String> ear = value("ear");
    String host = host(value("http.host").orElse("127.0.0.1"));
    int httpPort = port("http.port", 8080);
    Optional<ExternalDatabase> database = externalDatabase();
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    int threads = number("http.threads", 128, 8, 512);
    String defaultBase = "http://" + (everywhere ? "localhost" : bracketed(host)) + ":" + httpPort;
    DemoSize demo = demo(database.isEmpty() && isLoopback(host));
    URI baseUrl = baseUrl(value("base-url").orElse(defaultBase));
    return new Settings(
        value("payara").map(this::path).orElseGet(installation::payara),
        ear.filter("none"::equals).isPresent()
            ? Optional.empty()
            : Optional.of(ear.map(this::path).orElseGet(installation::ear)),
        installation.connector(),
        value("data").map(this::path).orElseGet(installation::data),
        host,
        httpPort,
        threads,
        Duration.ofSeconds(number("http.request-timeout", 60, 2, 900)),
        strangers(baseUrl, threads),
        value("admin.port").map(text -> port("admin.port", 0)),
        port("db.port", 15_432),
        value("db.options").orElse(""),
        heap(value("heap").orElse("512m")),
        value("jvm.options").orElse(""),
        flag("reset"),
        demo,
        baseUrl,
        jsonLogs(value("log.format").orElse("text")),
        Duration.ofSeconds(
            number("start.timeout", demo == DemoSize.LARGE ? LARGE_START : 300, 10, 3600)),
        database,
        checked(applicationSettings()));
  }

  private Settings.Strangers strangers(URI baseUrl, int threads) {
    List<String> hosts = new ArrayList<>();
    hosts.add(baseUrl.getAuthority());
    for (String host : value("http.hosts").orElse("").split(",", -1)) {
      if (!host.isBlank() && !HOST.matcher(host.strip()).matches()) {
        throw new StartFailure(
            "gogomarket.http.hosts must be names such as shop.example,shop.example:8443, but it holds \"%s\"."
                .formatted(host.strip()));
      }
      hosts.add(host.strip());
    }
    return new Settings.Strangers(
        hosts.stream().filter(host -> !host.isEmpty()).toList(),
        Duration.ofSeconds(number("http.body-timeout", 10, 1, 300)),
        Duration.ofSeconds(number("http.write-timeout", 10, 1, 300)),
        number("http.waiting-bodies", Math.max(2, threads / 4), 1, threads));
  }

  /** What would keep the application from answering is said before it starts. */
  private static Map<String, String> checked(Map<String, String> application) {
    for (String network :
        application.getOrDefault(PREFIX + "http.trusted-proxies", "").split(",", -1)) {
      if (!network.isBlank() && !NETWORK.matcher(network.strip()).matches()) {
        throw new StartFailure(
            "gogomarket.http.trusted-proxies must be addresses or networks such as 10.0.0.0/8, but it holds \"%s\"."
                .formatted(network.strip()));
      }
    }
    String header = application.getOrDefault(PREFIX + "http.forwarded-header", "forwarded");
    if (!Set.of("forwarded", "x-forwarded-for").contains(header.strip().toLowerCase(Locale.ROOT))) {
      throw new StartFailure(
          "gogomarket.http.forwarded-header must be x-forwarded-for or forwarded, but it is \"%s\"."
              .formatted(header));
    }
    return application;
  }

  private Optional<String> value(String name) {
    String key = PREFIX + name;
    consumed.add(key);
    String text = properties.get(key);
    if (text == null) {
      text = environment.get(environmentName(key));
    }
    return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
  }

  private static String environmentName(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private Path path(String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new StartFailure("\"" + text + "\" is not a file name on this machine.", e);
    }
  }

  /** Port 0 asks for any free one. */
  private int port(String name, int otherwise) {
    int port = number(name, otherwise, 0, 65_535);
    return port == 0 ? Ports.free() : port;
  }

  private int number(String name, int otherwise, int least, int most) {
    Optional<String> text = value(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the sentence below
    }
    throw new StartFailure(
        "%s%s must be a whole number from %d to %d, but it is \"%s\"."
            .formatted(PREFIX, name, least, most, text.get()));
  }

  private boolean flag(String name) {
    String key = PREFIX + name;
    consumed.add(key);
    String text = properties.getOrDefault(key, "false").strip();
    return switch (text) {
      case "", "true" -> true;
      case "false" -> false;
      default ->
          throw new StartFailure(
              "%s must be true or false, but it is \"%s\".".formatted(key, text));
    };
  }

  /**
   * @param alone whether nobody else can reach the marketplace
   */
  private DemoSize demo(boolean alone) {
    String text = value("demo").orElse(alone ? "default" : "none");
    DemoSize size =
        switch (text) {
          case "default" -> DemoSize.DEFAULT;
          case "large" -> DemoSize.LARGE;
          case "none" -> DemoSize.NONE;
          default ->
              throw new StartFailure(
                  "gogomarket.demo must be default, large or none, but it is \"%s\"."
                      .formatted(text));
        };
    if (size == DemoSize.LARGE && !alone) {
      throw new StartFailure(
          "gogomarket.demo=large is for measuring: it goes into the embedded database only, while"
              + " the application listens on loopback.");
    }
    return size;
  }

  private static int heap(String text) {
    Matcher matcher = HEAP.matcher(text);
    if (matcher.matches()) {
      int unit = matcher.group(2).equalsIgnoreCase("g") ? 1024 : 1;
      long megabytes = Long.parseLong(matcher.group(1)) * unit;
      if (megabytes >= LEAST_HEAP && megabytes <= LARGEST_HEAP) {
        return (int) megabytes;
      }
    }
    throw new StartFailure(
        "gogomarket.heap must be a size from %dm to %dg such as 512m, but it is \"%s\"."
            .formatted(LEAST_HEAP, LARGEST_HEAP / 1024, text));
  }

  private static String host(String text) {
    try {
      return InetAddress.getByName(text).getHostAddress();
    } catch (UnknownHostException e) {
      throw new StartFailure(
          "gogomarket.http.host must be an address of this machine, but \"%s\" is unknown."
              .formatted(text),
          e);
    }
  }

  /** Nobody else can reach what listens there. */
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean jsonLogs(String text) {
    return switch (text) {
      case "json" -> true;
      case "text" -> false;
      default ->
          throw new StartFailure(
              "gogomarket.log.format must be text or json, but it is \"%s\".".formatted(text));
    };
  }

  private static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static URI baseUrl(String text) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      }
    } catch (IllegalArgumentException e) {
      // falls through to the sentence below
    }
    throw new StartFailure(
        "gogomarket.base-url must be an address like https://market.example, but it is \"%s\"."
            .formatted(text));
  }

  private Optional<ExternalDatabase> externalDatabase() {
    Optional<String> url = value("db.url");
    List<String> missing = new ArrayList<>();
    String ownerUser = required("db.owner.user", missing);
    String ownerPassword = required("db.owner.password", missing);
    String appUser = required("db.app.user", missing);
    String appPassword = required("db.app.password", missing);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!missing.isEmpty()) {
      throw new StartFailure(
          "GOGOMARKET_DB_URL names a database, so these must be set too: "
              + String.join(", ", missing)
              + ".");
    }
    if (!JDBC_URL.matcher(url.get()).matches()) {
      throw new StartFailure(
          "GOGOMARKET_DB_URL must look like jdbc:postgresql://host:5432/database, but it is \"%s\"."
              .formatted(url.get()));
    }
    if (ownerUser.equals(appUser)) {
      throw new StartFailure(
          "GOGOMARKET_DB_OWNER_USER and GOGOMARKET_DB_APP_USER must be two different roles, but"
              + " both"
              + " are \"%s\".".formatted(appUser));
    }
    return Optional.of(
        new ExternalDatabase(
            url.get(),
            new Credentials(ownerUser, ownerPassword),
            new Credentials(appUser, appPassword)));
  }

  private String required(String name, List<String> missing) {
    Optional<String> text = value(name);
    if (text.isEmpty()) {
      missing.add(environmentName(PREFIX + name));
    }
    return text.orElse("");
  }

  /** Whatever begins with gogomarket. and is not for the runtime is for the application. */
  private Map<String, String> applicationSettings() {
    Map<String, String> rest = new TreeMap<>();
    properties.forEach(
        (key, text) -> {
          if (key.startsWith(PREFIX) && !consumed.contains(key)) {
            rest.put(key, text);
          }
        });
    return Map.copyOf(rest);
  }
}
