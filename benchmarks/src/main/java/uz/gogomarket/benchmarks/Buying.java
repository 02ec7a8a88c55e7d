package uz.gogomarket.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.UUID;

/** What buyers do who have logged in. */
final class Buying {

  private Buying() {}

  /** Two lines of two sellers into the cart, a look at it, and emptied again: four requests. */
  static ChainBuilder cart(Mix mix) {
    return feed(Feeds.read(Feeds.BASKETS, mix))
        .exec(add("first"))
        .exec(add("second"))
        .exec(
            http("look")
                .get("/api/v1/carts/current")
                .header("Authorization", "Bearer #{token}")
                .check(
                    status().is(200),
                    jsonPath("$.sellers[1]").exists(),
                    header("ETag").saveAs("version")))
        .exec(
            http("empty")
                .delete("/api/v1/carts/current")
                .header("Authorization", "Bearer #{token}")
                .header("If-Match", "#{version}")
                .check(status().is(200)));
  }

  /**
   * A whole checkout in four requests: two lines from two sellers into the cart, a quote, and the
   * purchase from the wallet.
   */
  static ChainBuilder checkout(Mix mix) {
    return feed(Feeds.read(Feeds.BASKETS, mix))
        .exec(add("first"))
        .exec(add("second"))
        .exec(quote())
        .exec(session -> session.set("key", UUID.randomUUID().toString()))
        .exec(purchase());
  }

  /** The newest twenty of one's own orders. */
  static ChainBuilder orders() {
    return exec(
        http("orders")
            .get("/api/v1/orders?limit=20")
            .header("Authorization", "Bearer #{token}")
            .check(status().is(200), jsonPath("$.items").exists()));
  }

  private static ChainBuilder add(String line) {
    return exec(
        http("cart")
            .post("/api/v1/carts/current/items")
            .header("Authorization", "Bearer #{token}")
            .body(
                StringBody(
                    "{\"productId\":#{%s},\"variantId\":#{%sVariant},\"quantity\":1}"
                        .formatted(line, line)))
            .check(status().is(201)));
  }

  private static ChainBuilder quote() {
    return exec(
        http("quote")
            .post("/api/v1/checkouts/quote")
            .header("Authorization", "Bearer #{token}")
            .body(StringBody("{\"addressId\":#{addressId}}"))
            .check(status().is(200), jsonPath("$.total.amount").saveAs("total")));
  }

  private static ChainBuilder purchase() {
    return exec(
        http("purchase")
            .post("/api/v1/checkouts")
            .header("Authorization", "Bearer #{token}")
            .header("Idempotency-Key", "#{key}")
            .body(
                StringBody(
                    """
                    {"addressId": #{addressId}, "paymentMethod": "gogomoney",
                     "expectedTotal": {"amount": "#{total}", "currency": "UZS"}}\
                    """))
            .check(status().is(201)));
  }
}
