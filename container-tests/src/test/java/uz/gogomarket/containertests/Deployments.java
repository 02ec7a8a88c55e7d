package uz.gogomarket.containertests;

import java.io.File;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.hamcrest.Matchers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The real EAR, with the tests added to its web module: deployed once for the suite. */
@ArquillianSuiteDeployment
public class Deployments {

  @Deployment
  public static EnterpriseArchive marketplace() throws URISyntaxException {
    EnterpriseArchive ear =
        ShrinkWrap.create(ZipImporter.class, "gogomarket.ear")
            .importFrom(
                new File(System.getProperty("gogomarket.home"), "ear-module/target/gogomarket.ear"))
            .as(EnterpriseArchive.class);
    WebArchive web =
        ear.getAsType(
            WebArchive.class,
            ear.getContent(Filters.include("/.*web-module.*\\.war")).keySet().iterator().next());
    web.addPackages(
        true,
        path -> !path.get().contains("TestServer") && !path.get().contains("Deployments"),
        "uz.gogomarket.containertests");
    for (Class<?> library :
        Stream.of(Assertions.class, Awaitility.class, Matchers.class).toList()) {
      web.addAsLibrary(jarOf(library));
    }
    Testable.archiveToTest(web);
    return ear;
  }

  private static File jarOf(Class<?> type) throws URISyntaxException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return new File(source.getLocation().toURI());
  }
}
