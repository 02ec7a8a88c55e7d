package uz.gogomarket.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs, because it refuses to run as root.
 *
 * <p>A normal user: as that user. Root: in a user namespace of its own, where root looks like
 * nobody; where the kernel or the container forbids that, as an unprivileged user, who then owns
 * the database's files.
 */
final class PostgresUser {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

  private static final Set<PosixFilePermission> PASSED =
      PosixFilePermissions.fromString("rwx--x---");

  private final List<String> prefix;
  private final int uid;
  private final int gid;

  private PostgresUser(List<String> prefix, int uid, int gid) {
    this.prefix = prefix;
    this.uid = uid;
    this.gid = gid;
  }

  /**
   * Tries the ways in turn.
   *
   * @param folder where PostgreSQL's programs and data are
   * @throws StartFailure where none works
   */
  static PostgresUser find(Path folder, PostgresBinaries binaries) throws IOException {
    if (ownUid(folder) != 0) {
      return new PostgresUser(List.of(), -1, -1);
    }
    for (PostgresUser user : waysForRoot()) {
      user.letIn(folder, binaries);
      if (user.works(binaries)) {
        return user;
      }
    }
    throw new StartFailure(
        "PostgreSQL does not run as root, and neither a user namespace nor an unprivileged user that can reach %s works here; start as a normal user, choose a folder that everybody can reach with -Dgogomarket.data=<folder>, or name another database with GOGOMARKET_DB_URL."
            .formatted(folder));
  }

  /** Lets an unprivileged user pass to its files, and nobody else. */
  private void letIn(Path folder, PostgresBinaries binaries) throws IOException {
    if (uid == 0) {
      return;
    }
    for (Path passed : List.of(folder, folder.resolve("..").normalize())) {
      Files.setAttribute(passed, "unix:gid", gid);
      Files.setPosixFilePermissions(passed, PASSED);
    }
    own(binaries.folder());
  }

  /** Runs one of PostgreSQL's programs to its end. */
  Commands.Outcome run(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    if (prefix.contains("su")) {
      whole.add(shellQuoted(command));
    } else {
      whole.addAll(command);
    }
    return Commands.run(TIMEOUT, whole);
  }

  /** Gives a tree to that user, where it is not already so. */
  void own(Path tree) throws IOException {
    if (uid < 0 || (uidOf(tree) == uid && gidOf(tree) == gid)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path each : paths.toList()) {
        Files.setAttribute(each, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(each, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private boolean works(PostgresBinaries binaries) {
    Commands.Outcome id = run(List.of("id", "-u"));
    return id.succeeded()
        && !id.output().equals("0")
        && run(List.of(binaries.program("postgres"), "--version")).succeeded();
  }

  private static List<PostgresUser> waysForRoot() {
    List<PostgresUser> ways = new ArrayList<>();
    ways.add(new PostgresUser(List.of("unshare", "--user"), 0, 0));
    for (String name : UNPRIVILEGED) {
      Commands.Outcome uid = Commands.run(TIMEOUT, List.of("id", "-u", name));
      Commands.Outcome gid = Commands.run(TIMEOUT, List.of("id", "-g", name));
      if (uid.succeeded() && gid.succeeded()) {
        int u = Integer.parseInt(uid.output());
        int g = Integer.parseInt(gid.output());
        List<String> setpriv = List.of("setpriv", "--reuid=" + u, "--regid=" + g, "--clear-groups");
        ways.add(new PostgresUser(setpriv, u, g));
        ways.add(new PostgresUser(List.of("runuser", "-u", name, "--"), u, g));
        ways.add(new PostgresUser(List.of("su", "-s", "/bin/sh", name, "-c"), u, g));
      }
    }
    return ways;
  }

  private static String shellQuoted(List<String> command) {
    return String.join(
        " ", command.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList());
  }

  /** A file that was just made belongs to whoever runs this process. */
  private static int ownUid(Path folder) throws IOException {
    Path probe = Files.createTempFile(folder, "owner", null);
    try {
      return uidOf(probe);
    } finally {
      Files.delete(probe);
    }
  }

  private static int uidOf(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)
        : -1;
  }

  private static int gidOf(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS);
  }
}
