package uz.gogomarket.runtime.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * A marketplace to look at, found by {@link java.util.ServiceLoader}. Every method may be called at
 * every start and does nothing where there is nothing left to do.
 */
public interface Demo {

  /**
   * Fills a database that has no users yet; called after the migrations, before the application
   * starts. The large one comes in two transactions, each of which happens or does not.
   *
   * @param owner connections of the role that owns the tables
   * @param secrets the folder with the keys that the application reads the database with
   * @return whether anything was filled
   * @throws uz.gogomarket.runtime.StartFailure where the large one is asked for in a marketplace
   *     that somebody uses
   */
  boolean load(DataSource owner, Path secrets, DemoSize size) throws SQLException, IOException;

  /** Does the rest through the running application: what must pass through the process engine. */
  void complete(DataSource owner, URI baseUrl) throws Exception;

  /** Whom one can log in as; empty where the database holds no demo marketplace. */
  List<DemoAccount> accounts(DataSource owner) throws SQLException;
}
