package uz.gogomarket.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;

/** A product with all its parts, by its slug, in the three languages. */
public final class ProductSimulation extends Simulation {

  public ProductSimulation() {
    setUp(
        Load.shoppers(
            "product",
            exec(session -> session),
            feed(csv(Load.feed(Feeds.PRODUCTS)).random())
                .exec(
                    http("product")
                        .get("/api/v1/products/#{slug}")
                        .header("Accept-Language", "#{language}")
                        .check(status().is(200), jsonPath("$.slug").exists()))));
  }

  @Override
  public void after() {
    Recorder.write();
  }
}
