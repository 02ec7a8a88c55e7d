package uz.gogomarket.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that everything lasting lives in, locked for one running marketplace and open to its
 * owner only.
 *
 * <p>{@code postgresql/} the database, {@code secrets/} keys and passwords, {@code logs/}, {@code
 * server/} the server's working copy, made anew at each start.
 */
final class DataFolder implements AutoCloseable {
  private static final long LEAST_FREE_MEGABYTES = 400;
  private static final String MARK = ".gogomarket";
  private static final List<String> CONTENT = List.of("postgresql", "secrets", "server", "logs");

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Makes the folder where it is missing and takes its lock.
   *
   * @throws StartFailure where that is impossible: not writable, full, in use, not ours
   */
  static DataFolder open(Path path) {
    try {
      if (Files.isDirectory(path)) {
        requireOurs(path);
      }
      OwnerOnly.createDirectory(path);
      FileChannel channel = OwnerOnly.openFile(path.resolve(MARK));
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new StartFailure(
            "A marketplace is already running on the data folder %s; stop it first, or choose another folder with -Dgogomarket.data=<folder>."
                .formatted(path));
      }
      DataFolder folder = new DataFolder(path, channel, lock);
      folder.requireSpace();
      return folder;
    } catch (IOException e) {
      throw new StartFailure(
          "The data folder %s cannot be written to (%s); choose another with -Dgogomarket.data=<folder>."
              .formatted(path, reason(e)),
          e);
    }
  }

  Path postgresql() {
    return path.resolve("postgresql");
  }

  Path secrets() {
    return path.resolve("secrets");
  }

  Path server() {
    return path.resolve("server");
  }

  /** Number and start of the server's process. */
  Path serverProcess() {
    return path.resolve("server.pid");
  }

  Path logs() {
    return path.resolve("logs");
  }

  /** Takes from others what a former release, or a hand, may have left open to them. */
  void restrict() throws IOException {
    OwnerOnly.restrictTree(path);
  }

  /** Throws away what a marketplace has put here, and nothing else. */
  void reset() throws IOException {
    for (String name : CONTENT) {
      delete(path.resolve(name));
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static void requireOurs(Path path) throws IOException {
    try (Stream<Path> content = Files.list(path)) {
      if (!Files.exists(path.resolve(MARK)) && content.findAny().isPresent()) {
        throw new StartFailure(
            "The folder %s is not empty and was not made by GoGoMarket; choose another with -Dgogomarket.data=<folder>."
                .formatted(path));
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  private void requireSpace() throws IOException {
    long freeMegabytes = Files.getFileStore(path).getUsableSpace() >> 20;
    if (freeMegabytes < LEAST_FREE_MEGABYTES) {
      close();
      throw new StartFailure(
          "The disk with the data folder %s has only %d MB left, but %d MB are needed."
              .formatted(path, freeMegabytes, LEAST_FREE_MEGABYTES));
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
  }
}
