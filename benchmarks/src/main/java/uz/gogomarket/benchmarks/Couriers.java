package uz.gogomarket.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** What couriers do on their way. */
final class Couriers {

  private Couriers() {}

  /** A position of an order under way, far enough from the last one to be stored. */
  static ChainBuilder position() {
    return exec(session ->
            session.set("latitude", coordinate(41.25)).set("longitude", coordinate(69.20)))
        .exec(
            http("position")
                .post("/api/v1/courier/deliveries/#{number}/position")
                .header("Authorization", "Bearer #{token}")
                .body(
                    StringBody(
                        "{\"position\":{\"latitude\":#{latitude},\"longitude\":#{longitude}}}"))
                .check(status().is(200), jsonPath("$.stored").is("true")));
  }

  /** Somewhere in a square of 8 km: two of them are hardly ever within 50 m. */
  private static String coordinate(double from) {
    return String.format(
        Locale.ROOT, "%.5f", from + ThreadLocalRandom.current().nextDouble() * 0.08);
  }
}
