package uz.gogomarket.web.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names operations by what they do to what, read off their method and address: {@code
 * cancelSellerOrder} is {@code POST /seller/orders/{number}/cancel}. Clients that are generated
 * name their methods so, which must not change when one of our classes does. Schemas of pages are
 * named by what they are pages of.
 */
final class OpenApiNames {

  /** Where the address alone would not give an English name. */
  private static final Map<String, String> BETTER =
      Map.ofEntries(
          Map.entry("loginAuth", "logIn"),
          Map.entry("logoutAuth", "logOut"),
          Map.entry("refreshAuth", "refreshTokens"),
          Map.entry("registerAuth", "register"),
          Map.entry("passwordMe", "changePassword"),
          Map.entry("getProductsSearch", "searchProducts"),
          Map.entry("quoteCheckouts", "quoteCheckout"),
          Map.entry("getCartsCurrent", "getCart"),
          Map.entry("deleteCartsCurrent", "clearCart"),
          Map.entry("createCartsCurrentItem", "addCartItem"),
          Map.entry("updateCartsCurrentItem", "updateCartItem"),
          Map.entry("deleteCartsCurrentItem", "deleteCartItem"),
          Map.entry("positionCourierDelivery", "reportCourierPosition"),
          Map.entry("deliverCourierDelivery", "completeCourierDelivery"),
          Map.entry("readySellerOrder", "markSellerOrderReady"),
          Map.entry("createAdminUserAdminRole", "grantAdminRole"),
          Map.entry("deleteAdminUserAdminRole", "revokeAdminRole"),
          Map.entry("deleteAdminUserSessions", "endAdminUserSessions"),
          Map.entry("createMeRole", "requestMeRole"),
          Map.entry("getAdminCashHandInsOutstanding", "listAdminCashOutstanding"),
          Map.entry("listAdminEventsConsumers", "listEventConsumers"),
          Map.entry("replayAdminEventsConsumer", "replayEvents"),
          Map.entry("listAdminEventsDeadLetters", "listDeadLetters"),
          Map.entry("restartAdminEventsDeadLetter", "restartDeadLetter"),
          Map.entry("skipAdminEventsDeadLetter", "skipDeadLetter"),
          Map.entry("getAdminReportsLedger", "getLedgerReport"),
          Map.entry("getAdminReportsLedgerEscrow", "listOrdersInEscrow"));

  /** Where its items alone would not give a page its name. */
  private static final Map<String, String> PAGES =
      Map.of(
          "SellerProductSummary", "ProductPage",
          "ProductCard", "CardPage",
          "PriceChange", "PricePage",
          "WaitingRole", "RoleRequestPage",
          "CommissionRuleView", "RulePage",
          "OrderEscrow", "EscrowPage",
          "WalletLine", "LinePage",
          "PaymentSummary", "PaymentSummaryPage");

  private OpenApiNames() {}

  /**
   * @param path below the API's root, such as {@code /orders/{number}}
   */
  static String of(String method, String path) {
    List<String> steps = Arrays.asList(path.substring(1).split("/", -1));
    List<String> things = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (!isParameter(steps.get(i))) {
        boolean one = i + 1 < steps.size() && isParameter(steps.get(i + 1));
        things.add(one ? singular(steps.get(i)) : steps.get(i));
      }
    }
    String name = named(method, things, isParameter(steps.get(steps.size() - 1)));
    return BETTER.getOrDefault(name, name);
  }

  /**
   * @param item what it is a page of, such as {@code CategoryView}
   */
  static String ofPage(String item) {
    return PAGES.getOrDefault(item, thing(item) + "Page");
  }

  /** Without the view that one has of it. */
  static String thing(String type) {
    return type.replaceFirst("(View|Detail|Summary)$", "");
  }

  private static String named(String method, List<String> things, boolean ofOne) {
    String last = things.get(things.size() - 1);
    boolean many = !ofOne && !singular(last).equals(last);
    if (method.equals("POST") && !many) {
      return joined(last, things.subList(0, things.size() - 1));
    }
    if (method.equals("POST")) {
      things.set(things.size() - 1, singular(last));
    }
    String verb =
        switch (method) {
          case "GET" -> many ? "list" : "get";
          case "PUT" -> ofOne ? "replace" : "set";
          case "PATCH" -> "update";
          case "POST" -> "create";
          default -> method.toLowerCase(Locale.ROOT);
        };
    return joined(verb, things);
  }

  private static String joined(String verb, List<String> things) {
    String text =
        camel(verb) + things.stream().map(OpenApiNames::camel).collect(Collectors.joining());
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static String camel(String words) {
    return Arrays.stream(words.split("-", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String singular(String word) {
    if (word.endsWith("addresses")) {
      return word.substring(0, word.length() - 2);
    }
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean isParameter(String step) {
    return step.startsWith("{");
  }
}
