package uz.gogomarket.benchmarks;

/**
 * A few seconds of a scenario and of its two yardsticks, one right after the other, so that the
 * machine is the same to all three.
 */
record Slice(Figures product, Figures serverYardstick, Figures databaseYardstick) {

  /** How many times the processor time of a server that does nothing. */
  double serverRatio() {
    return product.serverMillis() / serverYardstick.serverMillis();
  }

  /** How many times the processor time of the least SQL. */
  double databaseRatio() {
    return product.databaseMillis() / databaseYardstick.databaseMillis();
  }
}
