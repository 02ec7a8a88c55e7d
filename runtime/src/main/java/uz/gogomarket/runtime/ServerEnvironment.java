package uz.gogomarket.runtime;

import java.util.HashMap;
import java.util.Map;

/**
 * What the application is told, as environment variables: others on the machine can see a process's
 * command line, but not these.
 */
final class ServerEnvironment {

  private ServerEnvironment() {}

  /** Never with the owner's credentials. */
  static Map<String, String> variables(Settings settings, Database database, Secrets secrets) {
    Map<String, String> variables = new HashMap<>();
    variables.put("GOGOMARKET_DB_URL", database.applicationUrl());
    variables.put("GOGOMARKET_DB_APP_USER", database.app().user());
    variables.put("GOGOMARKET_DB_APP_PASSWORD", database.app().password());
    variables.put("GOGOMARKET_SECRETS_DIR", secrets.folder().toString());
    variables.put("GOGOMARKET_BASE_URL", settings.baseUrl().toString());
    return variables;
  }
}
