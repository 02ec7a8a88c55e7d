package uz.gogomarket.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What other users of the machine can get at. */
class OwnerOnlyIT {

  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  @Test
  void the_whole_data_folder_is_its_owners() throws IOException {
    Path data = TestMarketplace.data();
    assumeTrue(data.getFileSystem().supportedFileAttributeViews().contains("posix"));
    try (Stream<Path> paths = Files.walk(data)) {
      List<Path> all = paths.filter(path -> !Files.isSymbolicLink(path)).toList();
      assertThat(all)
          .contains(data, data.resolve("server.pid"), data.resolve("logs/server.log"))
          .contains(data.resolve("server/config/domain.xml"), data.resolve("postgresql/log"))
          .allSatisfy(path -> assertThat(OWNERS).containsAll(permissions(path)));
    }
  }

  @Test
  void the_server_listens_for_the_application_and_for_nothing_else() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/net/tcp")));

    assertThat(TestMarketplace.serverSockets().listening())
        .containsExactly(URI.create(RestAssured.baseURI).getPort());
  }

  private static Set<PosixFilePermission> permissions(Path path) throws IOException {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        ? Files.getPosixFilePermissions(path)
        : Set.of(); // gone since it was listed
  }
}
