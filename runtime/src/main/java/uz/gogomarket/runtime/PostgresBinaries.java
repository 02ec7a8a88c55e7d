package uz.gogomarket.runtime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per data folder from the archive on the class path. */
final class PostgresBinaries {
  private final Path folder;

  private PostgresBinaries(Path folder) {
    this.folder = folder;
  }

  /**
   * Unpacks them below the given folder, unless that was done before.
   *
   * @throws StartFailure where there are none for this machine
   */
  static PostgresBinaries unpackInto(Path parent) throws IOException {
    String archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
    URL url = PostgresBinaries.class.getResource("/" + archive);
    if (url == null) {
      throw new StartFailure(
          "There is no embedded PostgreSQL for this machine (%s); name another with GOGOMARKET_DB_URL."
              .formatted(archive));
    }
    // The archive's size tells one release from the next.
    Path folder =
        parent.resolve(archive.replace(".txz", "-") + url.openConnection().getContentLengthLong());
    if (!Files.isDirectory(folder)) {
      Path unfinished = parent.resolve("unpacking");
      DataFolder.delete(unfinished);
      Files.createDirectories(unfinished);
      try (InputStream content = url.openStream()) {
        unpack(content, unfinished);
      }
      OwnerOnly.restrictTree(unfinished);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(folder);
  }

  Path folder() {
    return folder;
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  static String archiveName(String osName, String osArch) {
    String name = osName.toLowerCase(Locale.ROOT);
    String system = name.contains("mac") ? "darwin" : name.contains("win") ? "windows" : "linux";
    String processor =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> osArch;
        };
    return "postgres-" + system + "-" + processor + ".txz";
  }

  private static void unpack(InputStream archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.resolve("..").normalize());
          unpackFile(tar, entry, target);
        }
      }
    }
  }

  private static void unpackFile(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean executable = (entry.getMode() & 0100) != 0;
    if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
    }
  }
}
