package uz.gogomarket.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;

/** What everybody reads, in the three languages. */
final class Browsing {

  private Browsing() {}

  /** A product with all its parts, by its slug. */
  static ChainBuilder product(Mix mix) {
    return feed(Feeds.read(Feeds.PRODUCTS, mix))
        .exec(
            http("product")
                .get("/api/v1/products/#{slug}")
                .header("Accept-Language", "#{language}")
                .check(status().is(200), jsonPath("$.slug").exists()));
  }

  /** A category's listing of 24 with a filter and a sort. */
  static ChainBuilder listing(Mix mix) {
    return feed(Feeds.read(Feeds.LISTINGS, mix))
        .exec(
            http("listing")
                .get("/api/v1/products?category=#{category}&#{filter}&sort=#{sort}&limit=24")
                .header("Accept-Language", "#{language}")
                .check(status().is(200), jsonPath("$.items[0].slug").exists()));
  }

  /** The first page of a search for two words, with its facets. */
  static ChainBuilder search(String words, Mix mix) {
    return feed(Feeds.read(words, mix))
        .exec(
            http("search")
                .get("/api/v1/products/search")
                .queryParam("q", "#{words}")
                .queryParam("limit", "24")
                .header("Accept-Language", "#{language}")
                .check(status().is(200), jsonPath("$.items").exists()));
  }
}
