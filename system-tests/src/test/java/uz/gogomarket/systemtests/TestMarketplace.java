package uz.gogomarket.systemtests;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import uz.gogomarket.runtime.Database;
import uz.gogomarket.runtime.Marketplace;
import uz.gogomarket.runtime.Settings;

/** Starts the whole marketplace before the first test, stops it after the last. */
public final class TestMarketplace implements LauncherSessionListener {

  private static Marketplace marketplace;
  private static Database database;

  /** The database of the marketplace spoken to, for looking at what requests left behind. */
  public static Database database() {
    return database;
  }

  /** From now on tests speak to another marketplace; call {@link #speakToShared} afterwards. */
  static void speakTo(URI url, Database itsDatabase) {
    RestAssured.baseURI = url.toString();
    database = itsDatabase;
  }

  static void speakToShared() {
    speakTo(marketplace.url(), marketplace.database());
  }

  /** The data folder of the marketplace that all tests share. */
  static Path data() {
    return marketplace.settings().data();
  }

  /** Everything that its server has said. */
  static String log() {
    try {
      return Files.readString(data().resolve("logs/server.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ServerSockets serverSockets() throws IOException {
    return new ServerSockets(
        Long.parseLong(Files.readAllLines(data().resolve("server.pid")).get(0)));
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Map<String, String> properties = new HashMap<>();
    System.getProperties()
        .forEach(
            (key, value) -> {
              if (String.valueOf(key).startsWith("gogomarket.")) {
                properties.put(String.valueOf(key), String.valueOf(value));
              }
            });
    properties.put("gogomarket.reset", "true");
    properties.put("gogomarket.http.port", "0");
    properties.put("gogomarket.db.port", "0");
    properties.put("gogomarket.password.bcrypt-cost", "4");
    properties.put("gogomarket.limits.requests-per-minute", "0");
    properties.put("gogomarket.limits.registrations-per-quarter-hour", "0");
    properties.put("gogomarket.limits.soap-requests-per-minute", "0");
    marketplace = new Marketplace(Settings.read(properties, Map.of()));
    marketplace.start();
    speakToShared();
    RestAssured.basePath = "/api/v1";
    RestAssured.config =
        RestAssuredConfig.config()
            .decoderConfig(
                DecoderConfig.decoderConfig().defaultContentCharset(StandardCharsets.UTF_8))
            .encoderConfig(
                EncoderConfig.encoderConfig().defaultContentCharset(StandardCharsets.UTF_8))
            .logConfig(
                LogConfig.logConfig()
                    .blacklistHeader("Authorization")
                    .enableLoggingOfRequestAndResponseIfValidationFails());
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (marketplace != null) {
      marketplace.close();
    }
  }
}
