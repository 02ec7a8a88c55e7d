package uz.gogomarket.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a run has measured, of which commit, on what machine.
 *
 * @param commit abbreviated; with {@code +} behind it where there were changes besides
 * @param at when the run ended, ISO 8601
 * @param machine processors, Java and PostgreSQL; nothing that names it
 */
record Report(
    String commit,
    String at,
    String machine,
    int shoppers,
    int seconds,
    boolean promisesHeld,
    List<Result> results) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** As {@code <commit>-<products>.json}; a later run of the same replaces it. */
  Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(commit + "-" + products() + ".json");
    JSON.writeValue(file.toFile(), this);
    return file;
  }

  /** How many products were listed. */
  int products() {
    return results.stream().mapToInt(Result::products).max().orElse(0);
  }

  /** All that lie in a folder, oldest first. */
  static List<Report> in(Path folder) throws IOException {
    List<Report> reports = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        reports.add(JSON.readValue(file.toFile(), Report.class));
      }
    }
    reports.sort(Comparator.comparing(Report::at));
    return reports;
  }

  /** Of the sources that are measured. */
  static String commitOf(Path home) throws IOException, InterruptedException {
    String commit = git(home, "rev-parse", "--short=10", "HEAD");
    if (commit.isEmpty()) {
      return "unknown";
    }
    return commit + (git(home, "status", "--porcelain").isEmpty() ? "" : "+");
  }

  private static String git(Path home, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", home.toString()));
    command.addAll(List.of(words));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? said : "";
    } catch (IOException noGit) {
      return "";
    }
  }
}
