package uz.gogomarket.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.util.UUID;

/**
 * A whole checkout in four requests: two lines from two sellers into the cart, a quote, and the
 * purchase from the wallet.
 */
public final class CheckoutSimulation extends Simulation {

  public CheckoutSimulation() {
    setUp(
        Load.shoppers(
            "checkout",
            feed(csv(Load.feed(Feeds.SHOPPERS)).queue()),
            feed(csv(Load.feed(Feeds.BASKETS)).random())
                .exec(add("first"))
                .exec(add("second"))
                .exec(quote())
                .exec(session -> session.set("key", UUID.randomUUID().toString()))
                .exec(purchase())));
  }

  @Override
  public void after() {
    Recorder.write();
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
                     "expectedTotal": {"amount": "#{total}", "currency": "UZS"}}"""))
            .check(status().is(201)));
  }
}
