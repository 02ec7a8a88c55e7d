package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wrapper that every build begins with, run as a newcomer would. */
class MvnwTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;

  /** How the wrapper ended, and what it and its programs wrote. */
  private record Outcome(int exitCode, String output) {}

  @BeforeEach
  void needsShell() {
    assumeThat(Path.of("/bin/sh")).exists();
  }

  @Test
  void a_jdk_that_is_too_old_is_told() throws Exception {
    java("echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

    Outcome outcome = run(PROJECT, Map.of("JAVA_HOME", folder.resolve("jdk").toString()), "-v");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output()).contains("is version 11; a JDK of version 17 or newer is needed");
  }

  @Test
  void an_archive_that_is_not_the_pinned_maven_is_refused() throws Exception {
    Path archive =
        folder.resolve(
            "repository/org/apache/maven/apache-maven/3.9.11/apache-maven-3.9.11-bin.zip");
    Files.createDirectories(folder.resolve(archive.resolve("..").normalize()));
    Files.writeString(archive, "something else");
    assumeThat(Path.of("/usr/bin/curl")).exists();

    Outcome outcome =
        run(
            PROJECT,
            Map.of(
                "MAVEN_USER_HOME", folder.resolve("m2").toString(),
                "MVNW_REPOURL", folder.resolve("repository").toUri().toString()),
            "-v");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("fetching Maven 3.9.11")
        .contains("what was fetched is not Maven 3.9.11: its SHA-512 is ");
    assertThat(folder.resolve("m2/wrapper/dists/apache-maven-3.9.11-bin")).isEmptyDirectory();
  }

  @Test
  void a_first_start_tells_what_is_fetched_and_how_far_it_is() throws Exception {
    Outcome outcome =
        start(
            """
            echo '[INFO] Building GoGoMarket: runtime 1.0.0-SNAPSHOT                  [7/7]'
            echo 'Downloading from central: https://example.org/server/1/server-1.zip'
            printf 'Progress (1): 8.1/162 MB\\rProgress (1): 31/162 MB\\r              \\r'
            echo 'Downloaded from central: https://example.org/server-1.zip (162 MB at 9.1 MB/s)'
            """);

    assertThat(outcome.output().lines())
        .containsSubsequence(
            "Building GoGoMarket: runtime (7/7)",
            "Fetched 31 MB, 0 files; 31/162 MB of server-1.zip",
            "Fetched 162 MB, 1 files")
        .anyMatch(line -> line.startsWith("Fetching what the build needs: about "))
        .noneMatch(line -> line.startsWith("Fetched 8 MB"));
  }

  @Test
  void the_launcher_gets_the_settings_and_speaks_like_every_other_jvm() throws Exception {
    Outcome outcome = start("true", "-Dgogomarket.demo=none");

    assertThat(outcome.exitCode()).isZero();
    assertThat(List.of(outcome.output().strip().split("\\s+")))
        .containsAll(ServerCommand.LOCALE)
        .contains("-Dgogomarket.demo=none")
        .endsWith("uz.gogomarket.runtime.Main");
  }

  @Test
  void a_build_that_fails_says_so_and_starts_nothing() throws Exception {
    Outcome outcome = start("echo '[ERROR] It does not compile'; exit 3");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("[ERROR] It does not compile", "the build failed")
        .doesNotContain("uz.gogomarket.runtime.Main");
  }

  /** {@code mvnw -Prun} with this in place of Maven, and a Java that only says its arguments. */
  private Outcome start(String maven, String... settings) throws Exception {
    java(
        """
        case $1 in
          -version) echo 'openjdk version "17.0.1" 2021-10-19' >&2 ;;
          *) echo "$@" ;;
        esac
        """);
    script(
        folder.resolve("m2/wrapper/dists/apache-maven-3.9.11-bin/apache-maven-3.9.11/bin/mvn"),
        maven);
    Path project = folder.resolve("project");
    Files.createDirectories(project.resolve("runtime/target"));
    Files.createDirectories(project.resolve(".mvn"));
    Files.writeString(project.resolve("runtime/target/classpath"), "some.jar");
    Files.copy(PROJECT.resolve("mvnw"), project.resolve("mvnw"));
    Files.copy(PROJECT.resolve(".mvn/jvm.config"), project.resolve(".mvn/jvm.config"));
    List<String> arguments = new ArrayList<>(List.of("-Prun"));
    arguments.addAll(List.of(settings));
    return run(
        project,
        Map.of(
            "JAVA_HOME", folder.resolve("jdk").toString(),
            "MAVEN_USER_HOME", folder.resolve("m2").toString()),
        arguments.toArray(String[]::new));
  }

  private void java(String body) throws IOException {
    script(folder.resolve("jdk/bin/java"), body);
    script(folder.resolve("jdk/bin/javac"), "true");
  }

  private static void script(Path file, String body) throws IOException {
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static Outcome run(Path project, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", project.resolve("mvnw").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }
}
