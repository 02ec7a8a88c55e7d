package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
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
  void this_jvm_and_the_server_speak_utf_8_and_english_and_live_in_utc() {
    assertThat(Charset.defaultCharset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(Locale.getDefault()).isEqualTo(Locale.US);
    assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("UTC"));
    assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments())
        .containsAll(ServerCommand.LOCALE);
  }

  @Test
  void maven_itself_speaks_the_same() throws IOException {
    assertThat(Files.readAllLines(Path.of("../.mvn/jvm.config"))).containsAll(ServerCommand.LOCALE);
  }

  @Test
  void the_domains_own_sizes_of_the_heap_do_not_reach_the_server() {
    assertThat(ServerCommand.wanted("-Xmx512m")).isFalse();
    assertThat(ServerCommand.wanted("-XX:NewRatio=2")).isFalse();
    assertThat(ServerCommand.wanted("-server")).isTrue();
  }

  @Test
  void an_option_for_another_virtual_machine_never_fits() {
    assertThat(ServerCommand.applicable("[Dynamic Code Evolution-11.0.10|]-XX:x", 17)).isEmpty();
  }
}
