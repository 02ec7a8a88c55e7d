package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wrapper that every build begins with, run as a newcomer would. */
class MvnwTest {
  private static final Path MVNW = Path.of("..", "mvnw").toAbsolutePath().normalize();

  @TempDir Path folder;

  @BeforeEach
  void needsShell() {
    assumeThat(Path.of("/bin/sh")).exists();
  }

  @Test
  void a_jdk_that_is_too_old_is_told() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    script(bin.resolve("java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

    assertThat(output(Map.of("JAVA_HOME", folder.resolve("jdk").toString())))
        .contains("is version 11; a JDK of version 17 or newer is needed");
  }

  @Test
  void an_archive_that_is_not_the_pinned_maven_is_refused() throws Exception {
    Path archive =
        folder.resolve(
            "repository/org/apache/maven/apache-maven/3.9.11/apache-maven-3.9.11-bin.zip");
    Files.createDirectories(folder.resolve(archive.resolve("..").normalize()));
    Files.writeString(archive, "something else");
    assumeThat(Path.of("/usr/bin/curl")).exists();

    String output =
        output(
            Map.of(
                "MAVEN_USER_HOME", folder.resolve("m2").toString(),
                "MVNW_REPOURL", folder.resolve("repository").toUri().toString()));

    assertThat(output).contains("what was fetched is not Maven 3.9.11: its SHA-512 is ");
    assertThat(folder.resolve("m2/wrapper/dists/apache-maven-3.9.11-bin")).isEmptyDirectory();
  }

  private static void script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static String output(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", MVNW.toString(), "-v").redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    return output;
  }
}
