package uz.gogomarket.runtime;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of the project, found from where this very class was loaded. */
record Installation(Path home) {

  static Installation find(Optional<Path> configured) {
    return new Installation(configured.orElseGet(Installation::fromOwnClass));
  }

  Path payara() {
    return home.resolve("runtime/target/payara6");
  }

  Path ear() {
    return home.resolve("ear-module/target/gogomarket.ear");
  }

  Path connector() {
    return home.resolve("connector-module/target/gogomarket-connector.jar");
  }

  Path data() {
    return home.resolve("data");
  }

  /** {@code <home>/runtime/target/classes} or {@code <home>/runtime/target/runtime-….jar}. */
  private static Path fromOwnClass() {
    try {
      Path classes =
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path home = classes.resolve("../../..").normalize();
      if (classes.startsWith(home.resolve("runtime/target"))) {
        return home;
      }
      throw new StartFailure(
          "The project's folder cannot be found from %s; name it with -Dgogomarket.home."
              .formatted(classes));
    } catch (URISyntaxException e) {
      throw new StartFailure("The project's folder has a name that cannot be read.", e);
    }
  }
}
