package uz.gogomarket.benchmarks.yardstick;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** One resource and nothing else. */
@ApplicationPath("/")
public class YardstickApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(ConstantResource.class);
  }
}
