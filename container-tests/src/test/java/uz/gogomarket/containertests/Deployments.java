package uz.gogomarket.containertests;

import dev.harrel.jsonschema.Validator;
import java.io.File;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.hamcrest.Matchers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The real EAR, with the tests added to its web module: deployed once for the suite. */
@ArquillianSuiteDeployment
public class Deployments {

  /** What the marketplace itself finds: consumers with what they hear, and a clock. */
  private static final Class<?>[] BESIDE_THE_EJBS = {
    MovableClock.class, TestHappened.class, OutsideListener.class, DatabaseListener.class
  };

  /** What of this package has no place in the web module. */
  private static final List<String> ELSEWHERE =
      Stream.concat(
              Stream.of(
                  TestServer.class, Deployments.class, KilledListener.class, OutboxKilledIT.class),
              Stream.of(BESIDE_THE_EJBS))
          .map(Class::getSimpleName)
          .toList();

  @Deployment
  public static EnterpriseArchive marketplace() throws URISyntaxException {
    EnterpriseArchive ear = marketplaceWith(BESIDE_THE_EJBS);
    WebArchive web = module(ear, WebArchive.class, "web-module.*\\.war");
    web.addPackages(
        true,
        path -> ELSEWHERE.stream().noneMatch(path.get()::contains),
        "uz.gogomarket.containertests");
    for (Class<?> library :
        List.of(Assertions.class, Awaitility.class, Matchers.class, Validator.class)) {
      web.addAsLibrary(jarOf(library));
    }
    Testable.archiveToTest(web);
    return ear;
  }

  /** The real EAR with some more classes that it finds by itself, and no tests. */
  static EnterpriseArchive marketplaceWith(Class<?>... besideTheEjbs) {
    EnterpriseArchive ear =
        ShrinkWrap.create(ZipImporter.class, "gogomarket.ear")
            .importFrom(
                new File(System.getProperty("gogomarket.home"), "ear-module/target/gogomarket.ear"))
            .as(EnterpriseArchive.class);
    module(ear, JavaArchive.class, "ejb-module.*\\.jar").addClasses(besideTheEjbs);
    return ear;
  }

  private static <T extends Archive<T>> T module(
      EnterpriseArchive ear, Class<T> type, String name) {
    return ear.getAsType(
        type, ear.getContent(Filters.include("/.*" + name)).keySet().iterator().next());
  }

  private static File jarOf(Class<?> type) throws URISyntaxException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return new File(source.getLocation().toURI());
  }
}
