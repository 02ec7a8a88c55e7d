package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerCommandTest {

  @Test
  void an_option_without_a_range_fits_every_java() {
    assertThat(ServerCommand.applicable("-server", 17)).contains("-server");
  }

  @Test
  void an_option_with_a_range_fits_the_versions_in_it() {
    assertThat(ServerCommand.applicable("[17|]--add-x", 17)).contains("--add-x");
    assertThat(ServerCommand.applicable("[21|]--add-x", 17)).isEmpty();
    assertThat(ServerCommand.applicable("[|1.8.0u191]-Dx", 17)).isEmpty();
    assertThat(ServerCommand.applicable("[17|21]-Dx", 25)).isEmpty();
  }

  @Test
  void an_option_for_another_virtual_machine_never_fits() {
    assertThat(ServerCommand.applicable("[Dynamic Code Evolution-11.0.10|]-XX:x", 17)).isEmpty();
  }
}
