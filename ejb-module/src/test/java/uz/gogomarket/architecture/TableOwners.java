package uz.gogomarket.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The written list {@code table-owners.txt}.
 *
 * @param owners a capability for each table or view
 * @param reads the tables of others, of lower floors, that a capability may read
 * @param readsAbove those of its own floor or of a higher one that a class still reads
 * @param writers the classes that still write a column together
 */
record TableOwners(
    Map<String, String> owners,
    Map<String, Set<String>> reads,
    Map<String, Set<String>> readsAbove,
    Map<String, Set<String>> writers) {

  private static final Path LIST = Path.of("src/test/resources/table-owners.txt");
  private static final Path MIGRATIONS = Path.of("../sql/src/main/resources/db/migration");
  private static final Pattern CREATED =
      Pattern.compile(
          "create (?:or replace )?(?:unlogged )?(?:table|view) (?:if not exists )?([a-z_]+)\\b(?! partition of)");

  static TableOwners read() {
    Map<String, String> owners = new TreeMap<>();
    Map<String, Set<String>> reads = new TreeMap<>();
    Map<String, Set<String>> readsAbove = new TreeMap<>();
    Map<String, Set<String>> writers = new TreeMap<>();
    for (String line : text(LIST).lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> words = List.of(line.strip().split("\\s+"));
      List<String> tables = words.subList(2, words.size());
      switch (words.get(1)) {
        case "owns" -> tables.forEach(table -> owners.put(table, words.get(0)));
        case "reads" -> reads.put(words.get(0), new TreeSet<>(tables));
        case "reads-above" -> readsAbove.put(words.get(0), new TreeSet<>(tables));
        case "is-written-by" -> writers.put(words.get(0), new TreeSet<>(tables));
        default -> throw new IllegalStateException("Says nothing: " + line);
      }
    }
    return new TableOwners(owners, reads, readsAbove, writers);
  }

  /** The tables and views that the migrations make, without partitions. */
  static Set<String> inMigrations() {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      Set<String> names = new TreeSet<>();
      for (Path file : files.toList()) {
        Matcher matcher = CREATED.matcher(text(file));
        while (matcher.find()) {
          names.add(matcher.group(1));
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> tables() {
    return owners.keySet();
  }

  String ownerOf(String table) {
    String owner = owners.get(table);
    if (owner == null) {
      throw new IllegalStateException("Nobody owns " + table);
    }
    return owner;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
