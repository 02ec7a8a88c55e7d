package uz.gogomarket.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ScenarioTest {

  @Test
  void scenarios_are_chosen_by_their_names() {
    assertThat(Scenario.named("search-with-typo,product"))
        .containsExactly(Scenario.PRODUCT, Scenario.SEARCH_WITH_TYPO);
    assertThat(Scenario.named("")).containsExactly(Scenario.values());
  }

  @Test
  void a_name_that_is_no_scenario_is_refused() {
    assertThatThrownBy(() -> Scenario.named("product,serach"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("search-with-typo");
  }

  @Test
  void a_typo_leaves_one_letter_out() {
    assertThat(Feeds.typo("telefon Samsung,uz")).isEqualTo("teefon Samsung,uz");
  }

  @Test
  void the_servers_yardstick_is_nothing_but_three_classes() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    ServerYardstick.pack(packed);

    List<String> entries = new ArrayList<>();
    try (ZipInputStream war = new ZipInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
      for (ZipEntry entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
        entries.add(entry.getName());
      }
    }

    assertThat(entries)
        .hasSize(3)
        .allMatch(name -> name.startsWith("WEB-INF/classes/") && name.endsWith(".class"));
  }
}
