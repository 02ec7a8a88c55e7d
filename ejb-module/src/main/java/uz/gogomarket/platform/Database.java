package uz.gogomarket.platform;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/**
 * Where the data source is defined: the application's own, lesser database role, without the right
 * to change the schema. JDBC reads and writes, JPA and the process engine share it, so that they
 * share a transaction's connection. An EJB, since the server reads the definition only there.
 */
@Singleton
@Startup
@Internal
@DataSourceDefinition(
    name = Database.JNDI_NAME,
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=gogomarket.db.url}",
    user = "${MPCONFIG=gogomarket.db.app.user}",
    password = "${MPCONFIG=gogomarket.db.app.password}",
    initialPoolSize = 4,
    minPoolSize = 4,
    maxPoolSize = 32,
    maxIdleTime = 300,
    transactional = true,
    properties = {
      "fish.payara.max-wait-time-in-millis=5000",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=auto-commit",
      "fish.payara.validate-atmost-once-period-in-seconds=5",
      "fish.payara.fail-all-connections=true"
    })
public class Database {

  public static final String JNDI_NAME = "java:app/jdbc/gogomarket";
}
