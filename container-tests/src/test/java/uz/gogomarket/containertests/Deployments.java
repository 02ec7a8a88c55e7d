package uz.gogomarket.containertests;

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

  /** What of this package has no place in the web module. */
  private static final List<String> ELSEWHERE =
      List.of("TestServer", "Deployments", "RecordingHandler");

  @Deployment
  public static EnterpriseArchive marketplace() throws URISyntaxException {
    EnterpriseArchive ear =
        ShrinkWrap.create(ZipImporter.class, "gogomarket.ear")
            .importFrom(
                new File(System.getProperty("gogomarket.home"), "ear-module/target/gogomarket.ear"))
            .as(EnterpriseArchive.class);
    WebArchive web = module(ear, WebArchive.class, "web-module.*\\.war");
    web.addPackages(
        true,
        path -> ELSEWHERE.stream().noneMatch(path.get()::contains),
        "uz.gogomarket.containertests");
    module(ear, JavaArchive.class, "ejb-module.*\\.jar").addClass(RecordingHandler.class);
    for (Class<?> library :
        Stream.of(Assertions.class, Awaitility.class, Matchers.class).toList()) {
      web.addAsLibrary(jarOf(library));
    }
    Testable.archiveToTest(web);
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
