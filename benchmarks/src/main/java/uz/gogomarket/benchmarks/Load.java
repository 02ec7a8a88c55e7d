package uz.gogomarket.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What all simulations share. {@link LoadRun} tells it in system properties: a few shoppers, each
 * of whom begins the next operation when the one before is done, for a bounded time; what is begun
 * is ended.
 */
final class Load {
  static final String URL = "benchmark.url";
  static final String SHOPPERS = "benchmark.shoppers";
  static final String SECONDS = "benchmark.seconds";
  static final String FOLDER = "benchmark.folder";

  private static final String BEGAN = "began";

  private Load() {}

  /** An operation of one or more requests, timed as a whole; the first that fails ends it. */
  static PopulationBuilder shoppers(String name, ChainBuilder preparation, ChainBuilder operation) {
    return scenario(name)
        .exec(preparation)
        .during(Duration.ofSeconds(Integer.getInteger(SECONDS, 10)), "operation", false)
        .on(
            exec(session -> session.set(BEGAN, System.nanoTime()))
                .exec(exitBlockOnFail().on(operation))
                .exec(
                    session -> {
                      Recorder.operation(
                          System.nanoTime() - session.getLong(BEGAN), session.isFailed());
                      return session.markAsSucceeded();
                    }))
        .injectOpen(atOnceUsers(Integer.getInteger(SHOPPERS, 8)))
        .protocols(protocol());
  }

  static Path file(String name) {
    return Path.of(System.getProperty(FOLDER, "."), name);
  }

  static String feed(String name) {
    return file(name).toString();
  }

  private static HttpProtocolBuilder protocol() {
    return http.baseUrl(System.getProperty(URL, "http://127.0.0.1:8080"))
        .acceptHeader("application/json")
        .contentTypeHeader("application/json")
        .disableCaching()
        .disableFollowRedirect();
  }
}
