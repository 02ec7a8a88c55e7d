package uz.gogomarket.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The turns of a simulation in their order, and what each of them used. */
final class Turns {
  /** Scenario, server's yardstick, database's yardstick. */
  private static final int PER_SLICE = 3;

  private final LoadOptions options;
  private final Meter meter;
  private final Connection database;
  private final DatabaseYardstick yardstick;
  private final List<Turn> turns = new ArrayList<>();

  Turns(LoadOptions options) {
    this.options = options;
    try {
      Target target = Target.at(options.url(), options.data());
      meter = new Meter(target);
      database = target.database();
      yardstick = DatabaseYardstick.open(target, options.scenario().least(), options.shoppers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("The database's yardstick cannot be laid", e);
    }
  }

  /** A few seconds in which one thing is done. */
  final class Turn {
    private final AtomicBoolean began = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Recorder recorder = new Recorder();
    private volatile Meter.@Nullable Reading before;
    private volatile @Nullable Figures figures;

    Recorder recorder() {
      return recorder;
    }

    /** The first one counts. */
    void begin() {
      if (began.compareAndSet(false, true)) {
        before = reading();
      }
    }

    /** Likewise. */
    void end() {
      Meter.Reading earlier = before;
      if (earlier != null && ended.compareAndSet(false, true)) {
        figures = recorder.figures(reading().minus(earlier));
      }
    }

    /** Whoever is first does it; it takes that long. */
    void runOnDatabase(int seconds) {
      if (!began.compareAndSet(false, true)) {
        return;
      }
      before = reading();
      try {
        yardstick.run(seconds, recorder);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      end();
    }

    private Figures figures() {
      Figures known = figures;
      if (known == null) {
        throw new IllegalStateException("A turn has not ended");
      }
      return known;
    }
  }

  Turn next() {
    Turn turn = new Turn();
    turns.add(turn);
    return turn;
  }

  /** Only the first turn tells how long the answers are: the scenario's, while it warms up. */
  void answered(int length) {
    Turn first = turns.get(0);
    if (!first.ended.get()) {
      first.recorder.answer(length);
    }
  }

  double requests() {
    return turns.get(0).recorder.requests();
  }

  int bytes() {
    return turns.get(0).recorder.bytes();
  }

  void write() {
    List<Slice> slices = new ArrayList<>();
    for (int i = PER_SLICE; i < turns.size(); i += PER_SLICE) {
      slices.add(
          new Slice(
              turns.get(i).figures(), turns.get(i + 1).figures(), turns.get(i + 2).figures()));
    }
    Result result =
        new Result(
            options.scenario().label(),
            options.scenario().personal() ? "own" : options.mix().label(),
            options.products(),
            turns.get(0).recorder.errors(),
            requests(),
            bytes(),
            slices);
    try {
      new ObjectMapper().writeValue(options.outcome().toFile(), result);
      yardstick.close();
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Meter.Reading reading() {
    try {
      return meter.now(database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("What was used cannot be read", e);
    }
  }
}
