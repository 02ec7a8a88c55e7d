package uz.gogomarket.runtime;

import java.util.List;
import java.util.Locale;
import uz.gogomarket.runtime.demo.DemoAccount;
import uz.gogomarket.runtime.demo.DemoSize;

/** The last lines of a start: where everything is, and whom one can log in as. */
final class Welcome {

  private Welcome() {}

  static void print(Marketplace marketplace) {
    String base = marketplace.settings().baseUrl().toString();
    Console.plain("");
    Console.plain("GoGoMarket is running. Ctrl-C stops it.");
    line("REST API", base + "/api/v1");
    line("its description to browse", base + "/docs");
    line("OpenAPI", base + "/openapi");
    line("SOAP for catalogues", base + "/ws/PartnerCatalog?wsdl");
    line("SOAP for orders", base + "/ws/PartnerOrders?wsdl");
    line("Camunda tasklist", base + "/camunda/app/tasklist/");
    line("data, secrets, logs", marketplace.settings().data().toString());
    if (marketplace.accounts().isEmpty()) {
      line("first admin", "admin@gogomarket.local, password in secrets/" + Secrets.FIRST_ADMIN);
    }
    accounts(marketplace.accounts());
    warn(marketplace);
    Console.plain("");
  }

  /** What is published opens every door, and others may stand before it. */
  private static void warn(Marketplace marketplace) {
    boolean open = marketplace.settings().open();
    if (open && !marketplace.accounts().isEmpty()) {
      Console.plain("");
      Console.warning(
          "Others can reach this marketplace, and the passwords of its demo accounts are published.");
    } else if (open && marketplace.settings().demo() == DemoSize.NONE) {
      line("demo marketplace", "not loaded where others can reach it, unless asked for");
    }
  }

  private static void accounts(List<DemoAccount> accounts) {
    if (accounts.isEmpty()) {
      return;
    }
    Console.plain("");
    Console.plain(row("Demo account for", "e-mail", "password"));
    for (DemoAccount account : accounts) {
      Console.plain(row(account.role(), account.email(), account.password()));
    }
  }

  private static void line(String what, String where) {
    Console.plain(String.format(Locale.ROOT, "  %-26s %s", what, where));
  }

  private static String row(String role, String email, String password) {
    return String.format(Locale.ROOT, "  %-26s %-34s %s", role, email, password);
  }
}
