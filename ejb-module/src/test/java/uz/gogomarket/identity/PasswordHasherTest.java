package uz.gogomarket.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHasherTest {

  @Test
  void knowsAPasswordAgainAndNoOther() {
    PasswordHasher hasher = ofCost(4);
    String hash = hasher.hash("tea and dried fruit");
    assertThat(hash).startsWith("$2b$04$");
    assertThat(hasher.matches("tea and dried fruit", hash)).isTrue();
    assertThat(hasher.matches("Tea and dried fruit", hash)).isFalse();
  }

  @Test
  void knowsAPasswordAgainHoweverItsLettersAreComposed() {
    PasswordHasher hasher = ofCost(4);
    String hash = hasher.hash("чо\u0438\u0306хона ва палов");
    assertThat(hasher.matches("чо\u0439хона ва палов", hash)).isTrue();
  }

  @Test
  void readsAllOfTheLongestPassword() {
    PasswordHasher hasher = ofCost(4);
    String hash = hasher.hash("a".repeat(71) + "b");
    assertThat(hasher.matches("a".repeat(71) + "c", hash)).isFalse();
  }

  @Test
  void seesThatAHashWasMadeWithAnotherCost() {
    String weak = ofCost(4).hash("tea and dried fruit");
    assertThat(ofCost(4).outdated(weak)).isFalse();
    assertThat(ofCost(5).outdated(weak)).isTrue();
    assertThat(ofCost(5).matches("tea and dried fruit", weak)).isTrue();
  }

  @Test
  void refusesACostThatProtectsNobodyOrStopsEverybody() {
    assertThatThrownBy(() -> ofCost(3)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ofCost(17)).isInstanceOf(IllegalStateException.class);
  }

  private static PasswordHasher ofCost(int cost) {
    PasswordHasher hasher = new PasswordHasher();
    hasher.cost = cost;
    hasher.prepare();
    return hasher;
  }
}
