package uz.gogomarket.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;

/** A category's listing of 24 with a filter and a sort, in the three languages. */
public final class ListingSimulation extends Simulation {

  public ListingSimulation() {
    setUp(
        Load.shoppers(
            "listing",
            exec(session -> session),
            feed(csv(Load.feed(Feeds.LISTINGS)).random())
                .exec(
                    http("listing")
                        .get(
                            "/api/v1/products?category=#{category}&#{filter}&sort=#{sort}&limit=24")
                        .header("Accept-Language", "#{language}")
                        .check(status().is(200), jsonPath("$.items[0].slug").exists()))));
  }

  @Override
  public void after() {
    Recorder.write();
  }
}
