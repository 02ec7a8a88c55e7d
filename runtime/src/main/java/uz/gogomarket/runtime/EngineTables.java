package uz.gogomarket.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the process engine, from the scripts that come with it, in a schema of their own.
 */
final class EngineTables implements JavaMigration {
  private static final String FOLDER = "/org/camunda/bpm/engine/db/create/";
  private static final List<String> PARTS =
      List.of(
          "engine",
          "history",
          "identity",
          "case.engine",
          "case.history",
          "decision.engine",
          "decision.history");

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("002");
  }

  @Override
  public String getDescription() {
    return "engine tables";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws Exception {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute("create schema if not exists engine");
      statement.execute("set local search_path to engine");
      for (String part : PARTS) {
        statement.execute(script(part));
      }
      statement.execute("set local search_path to public, engine");
    }
  }

  private static String script(String part) throws IOException {
    String name = FOLDER + "activiti.postgres.create." + part + ".sql";
    try (InputStream content = EngineTables.class.getResourceAsStream(name)) {
      if (content == null) {
        throw new IOException("missing " + name);
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
