package uz.gogomarket.runtime;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command: {@code run} (the default) starts the marketplace and stays until Ctrl-C, {@code
 * migrate} only brings the database up to date.
 */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    String command = arguments.length == 0 ? "run" : arguments[0];
    int exitCode;
    try {
      exitCode =
          switch (command) {
            case "run" -> run(settings());
            case "migrate" -> migrate(settings());
            default ->
                throw new StartFailure("\"" + command + "\" is no command; use run or migrate.");
          };
    } catch (StartFailure e) {
      Console.failure(String.valueOf(e.getMessage()));
      exitCode = 1;
    }
    System.exit(exitCode);
  }

  private static Settings settings() {
    Map<String, String> properties =
        System.getProperties().stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
    return Settings.read(properties, System.getenv());
  }

  private static int run(Settings settings) {
    Console.speakJson(settings.jsonLogs());
    Marketplace marketplace = new Marketplace(settings);
    Thread stop =
        new Thread(
            () -> {
              if (marketplace.isRunning()) {
                Console.step("Stopping");
              }
              marketplace.close();
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    marketplace.start();
    if (settings.jsonLogs()) {
      Console.step("GoGoMarket is running at " + settings.baseUrl());
    } else {
      Welcome.print(marketplace);
    }
    // The build that came before, or the migrations, have left much behind.
    System.gc();
    try {
      if (marketplace.awaitEnd()) {
        stop.join();
        return 0;
      }
      throw new StartFailure("Payara Server has ended by itself; its log tells why.");
    } catch (InterruptedException e) {
      return 130;
    }
  }

  private static int migrate(Settings settings) {
    Console.speakJson(settings.jsonLogs());
    try (Marketplace marketplace = new Marketplace(settings)) {
      marketplace.migrate();
    }
    return 0;
  }
}
