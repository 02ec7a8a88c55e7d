package uz.gogomarket.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.rendezVous;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;

/**
 * A scenario and its two yardsticks, in turns: a few shoppers, each of whom begins the next
 * operation when the one before is done. Between two turns all of them wait for each other, so that
 * what is used meanwhile belongs to one turn. The first turns only warm everything up.
 */
public final class Interleaved extends Simulation {
  private static final String BEGAN = "began";

  private final LoadOptions options = LoadOptions.read();
  private final Turns turns = new Turns(options);

  public Interleaved() {
    ChainBuilder chain = exec(session -> session);
    if (options.scenario().personal()) {
      chain = feed(csv(options.file(Feeds.SHOPPERS)).queue());
    }
    for (int slice = 0; slice <= options.slices(); slice++) {
      int seconds = slice == 0 ? options.warmUp() : options.seconds();
      chain =
          chain
              .exec(turn(seconds, options.scenario().operation(options.mix())))
              .exec(turn(options.seconds(), constant()))
              .exec(databaseTurn(options.seconds()));
    }
    setUp(
        scenario(options.scenario().label())
            .exec(chain)
            .injectOpen(atOnceUsers(options.shoppers()))
            .protocols(protocol()));
  }

  @Override
  public void after() {
    turns.write();
  }

  /** The first to arrive on either side reads what has been used. */
  private ChainBuilder turn(int seconds, ChainBuilder operation) {
    Turns.Turn turn = turns.next();
    return rendezVous(options.shoppers())
        .exec(session -> after(turn::begin, session))
        .during(Duration.ofSeconds(seconds), "operation", false)
        .on(
            exec(session -> session.set(BEGAN, System.nanoTime()))
                .exec(exitBlockOnFail().on(operation))
                .exec(
                    session -> {
                      turn.recorder()
                          .operation(
                              System.nanoTime() - session.getLong(BEGAN), session.isFailed());
                      return session.markAsSucceeded();
                    }))
        .rendezVous(options.shoppers())
        .exec(session -> after(turn::end, session));
  }

  /** One of them works it through while the others wait. */
  private ChainBuilder databaseTurn(int seconds) {
    Turns.Turn turn = turns.next();
    return rendezVous(options.shoppers())
        .exec(session -> after(() -> turn.runOnDatabase(seconds), session))
        .rendezVous(options.shoppers());
  }

  private static Session after(Runnable work, Session session) {
    work.run();
    return session;
  }

  /** As many requests as the scenario's operation, with answers as long as its. */
  private ChainBuilder constant() {
    return repeat(session -> (int) Math.round(turns.requests()))
        .on(
            http("constant")
                .get(session -> ServerYardstick.PATH + turns.bytes())
                .check(status().is(200)));
  }

  private HttpProtocolBuilder protocol() {
    return http.baseUrl(options.url().toString())
        .acceptHeader("application/json")
        .contentTypeHeader("application/json")
        .disableCaching()
        .disableFollowRedirect()
        .transformResponse(
            (response, session) -> {
              turns.answered(response.body().length());
              return response;
            });
  }
}
