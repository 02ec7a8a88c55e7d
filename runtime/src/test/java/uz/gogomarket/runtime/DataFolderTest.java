package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path parent;

  @Test
  void it_belongs_to_one_marketplace_at_a_time() throws Exception {
    Path path = parent.resolve("data");
    try (DataFolder first = DataFolder.open(path)) {
      assertThat(first.logs()).startsWithRaw(path);
      assertThatThrownBy(() -> DataFolder.open(path))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("already running");
    }
    try (DataFolder second = DataFolder.open(path)) {
      assertThat(second.secrets()).startsWithRaw(path);
    }
  }

  @Test
  void it_is_its_owners_alone_whatever_a_former_release_left_open() throws Exception {
    Path path = parent.resolve("data");
    try (DataFolder folder = DataFolder.open(path)) {
      Path log = Files.createDirectories(folder.logs()).resolve("server.log");
      Path script = Files.writeString(path.resolve("run"), "");
      Files.writeString(log, "");
      for (Path each : List.of(path, folder.logs(), script)) {
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
      }

      folder.restrict();

      assertThat(modes(path, folder.logs(), script)).containsOnly("rwx------");
      assertThat(modes(log, path.resolve(".gogomarket"))).containsOnly("rw-------");
    }
  }

  private static Set<String> modes(Path... paths) throws IOException {
    Set<String> modes = new HashSet<>();
    for (Path path : paths) {
      modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }
    return modes;
  }

  @Test
  void somebody_elses_folder_is_left_alone() throws Exception {
    Files.writeString(parent.resolve("thesis.txt"), "years of work");

    assertThatThrownBy(() -> DataFolder.open(parent))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("was not made by GoGoMarket");
  }

  @Test
  void a_file_in_its_place_is_told() throws Exception {
    Path file = Files.writeString(parent.resolve("data"), "");

    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("cannot be written to");
  }

  @Test
  void a_reset_removes_what_a_marketplace_put_there_and_nothing_else() throws Exception {
    try (DataFolder folder = DataFolder.open(parent.resolve("data"))) {
      Files.createDirectories(folder.postgresql().resolve("cluster/base"));
      Files.createDirectories(folder.secrets());
      Path note = Files.writeString(parent.resolve("data/note.txt"), "mine");

      folder.reset();

      assertThat(folder.postgresql()).doesNotExist();
      assertThat(folder.secrets()).doesNotExist();
      assertThat(note).exists();
    }
  }
}
