package uz.gogomarket.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** Files and folders that nobody but their owner can open, from the moment they exist. */
final class OwnerOnly {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  static void createDirectory(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, attributes(folder, FOLDER));
    }
    restrict(folder);
  }

  /** Empty, in place of whatever stood there. */
  static Path createFile(Path file) throws IOException {
    Files.deleteIfExists(file);
    return Files.createFile(file, attributes(file, FILE));
  }

  /** For writing; made where it is missing. */
  static FileChannel openFile(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            attributes(file, FILE));
    restrict(file);
    return channel;
  }

  static void restrict(Path path) throws IOException {
    if (isPosix(path)) {
      Files.setPosixFilePermissions(path, Files.isDirectory(path) ? FOLDER : FILE);
    }
  }

  /** A whole tree; what is executable stays so. */
  static void restrictTree(Path tree) throws IOException {
    if (!isPosix(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path each : paths.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(each);
        if (permissions.retainAll(FOLDER)) {
          Files.setPosixFilePermissions(each, permissions);
        }
      }
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return isPosix(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
