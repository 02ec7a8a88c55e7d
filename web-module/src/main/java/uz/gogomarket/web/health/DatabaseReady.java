package uz.gogomarket.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import uz.gogomarket.platform.DatabaseFailure;
import uz.gogomarket.platform.Sql;

/** Ready while the database answers and holds our schema. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

  @Inject Sql sql;

  @Override
  public HealthCheckResponse call() {
    try {
      long settings = sql.one("select count(*) from settings", Long.class);
      return HealthCheckResponse.named("database").withData("settings", settings).up().build();
    } catch (DatabaseFailure e) {
      return HealthCheckResponse.named("database")
          .withData("sqlState", e.sqlState())
          .down()
          .build();
    }
  }
}
