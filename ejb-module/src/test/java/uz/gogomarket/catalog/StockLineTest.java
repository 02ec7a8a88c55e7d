package uz.gogomarket.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StockLineTest {

  @Test
  void twoLinesOfOneItemBecomeOne() {
    ItemRef shirt = ItemRef.variant(7, 70);

    assertThat(
            StockLine.summed(
                List.of(
                    new StockLine(shirt, 2),
                    new StockLine(ItemRef.product(3), 1),
                    new StockLine(shirt, 5))))
        .containsExactly(new StockLine(ItemRef.product(3), 1), new StockLine(shirt, 7));
  }

  @Test
  void nobodyTakesLessThanOneUnit() {
    assertThatThrownBy(() -> new StockLine(ItemRef.product(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StockLine(ItemRef.product(1), -3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void summingKeepsEveryUnitOfEveryItem(@ForAll("lines") List<StockLine> lines) {
    List<StockLine> summed = StockLine.summed(lines);

    for (StockLine line : summed) {
      assertThat(line.quantity()).isEqualTo(units(lines, line.ref()));
    }
    assertThat(summed.stream().mapToInt(StockLine::quantity).sum())
        .isEqualTo(lines.stream().mapToInt(StockLine::quantity).sum());
  }

  @Property
  void eachItemStandsOnceAndInTheOrderOfLocks(@ForAll("lines") List<StockLine> lines) {
    List<ItemRef> refs = StockLine.summed(lines).stream().map(StockLine::ref).toList();

    assertThat(refs).doesNotHaveDuplicates();
    assertThat(refs)
        .isSortedAccordingTo(
            Comparator.comparingLong(ItemRef::productId).thenComparingLong(ItemRef::variantOrZero));
  }

  @Property
  void theOrderOfLinesDoesNotMatter(@ForAll("lines") List<StockLine> lines, @ForAll long seed) {
    List<StockLine> shuffled = new java.util.ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(StockLine.summed(shuffled)).isEqualTo(StockLine.summed(lines));
  }

  @Provide
  Arbitrary<List<StockLine>> lines() {
    Arbitrary<ItemRef> refs =
        Combinators.combine(
                Arbitraries.longs().between(1, 4),
                Arbitraries.longs().between(1, 3).injectNull(0.4))
            .as(ItemRef::new);
    return Combinators.combine(refs, Arbitraries.integers().between(1, 1000))
        .as(StockLine::new)
        .list()
        .ofMaxSize(40);
  }

  private static int units(List<StockLine> lines, ItemRef ref) {
    return lines.stream()
        .filter(line -> line.ref().equals(ref))
        .mapToInt(StockLine::quantity)
        .sum();
  }
}
