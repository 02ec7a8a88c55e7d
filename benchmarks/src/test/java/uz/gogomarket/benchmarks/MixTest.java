package uz.gogomarket.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class MixTest {

  private static final int THINGS = 1000;
  private static final int CHOICES = 100_000;

  @Test
  void everything_is_asked_for_alike_in_the_uniform_mix() {
    int[] chosen = chosen(Mix.UNIFORM);

    assertThat(Arrays.stream(chosen).boxed()).allMatch(times -> times > 50 && times < 200);
  }

  @Test
  void the_first_thing_is_asked_for_ten_times_as_often_as_the_tenth_in_the_zipf_mix() {
    int[] chosen = chosen(Mix.ZIPF);

    assertThat(chosen[0] / (double) chosen[9]).isBetween(8.0, 12.5);
    assertThat(chosen[0]).isBetween(12_500, 14_200); // 1 of 7.49, the thousandth harmonic number
  }

  private static int[] chosen(Mix mix) {
    IntSupplier choices = mix.choices(THINGS, new Random(7));
    int[] chosen = new int[THINGS];
    for (int i = 0; i < CHOICES; i++) {
      chosen[choices.getAsInt()]++;
    }
    return chosen;
  }
}
