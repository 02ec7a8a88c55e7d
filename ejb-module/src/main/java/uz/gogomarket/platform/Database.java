package uz.gogomarket.platform;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/**
 * Where the data source is defined: the application's own, lesser database role, without the right
 * to change the schema. JDBC reads and writes, JPA and the process engine share it, so that they
 * share a transaction's connection. An EJB, since the server reads the definition only there.
 *
 * <p>Nobody takes a second connection while holding one: of threads that do, as many as there are
 * connections wait for each other. Hence {@link TransactionConnection}, and a pool of their own for
 * the locks that jobs hold while they work. The numbers are explained in decision 56.
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
    maxPoolSize = Database.CONNECTIONS,
    maxIdleTime = 300,
    transactional = true,
    properties = {
      "options=-c lock_timeout=10s",
      "fish.payara.max-wait-time-in-millis=5000",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=auto-commit",
      "fish.payara.validate-atmost-once-period-in-seconds=5",
      "fish.payara.fail-all-connections=true"
    })
@DataSourceDefinition(
    name = Database.JOB_LOCKS,
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=gogomarket.db.url}",
    user = "${MPCONFIG=gogomarket.db.app.user}",
    password = "${MPCONFIG=gogomarket.db.app.password}",
    initialPoolSize = 0,
    minPoolSize = 0,
    maxPoolSize = Database.JOBS_AT_ONCE,
    maxIdleTime = 60,
    transactional = false,
    properties = {
      "fish.payara.max-wait-time-in-millis=5000",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=auto-commit",
      "fish.payara.fail-all-connections=true"
    })
public class Database {

  public static final String JNDI_NAME = "java:app/jdbc/gogomarket";

  /** Holds nothing but the locks of running jobs. */
  static final String JOB_LOCKS = "java:app/jdbc/gogomarket-job-locks";

  static final int CONNECTIONS = 32;
  static final int JOBS_AT_ONCE = 8;
}
