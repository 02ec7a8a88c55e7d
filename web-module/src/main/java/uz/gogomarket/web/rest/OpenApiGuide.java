package uz.gogomarket.web.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import uz.gogomarket.partners.Scopes;

/**
 * Opens the description with a guide ({@code openapi/guide.md}), to which it adds all codes and all
 * scopes, and puts the chapters in the order in which a newcomer reads them.
 */
final class OpenApiGuide {

  private static final String TEXT = "/openapi/guide.md";

  private OpenApiGuide() {}

  static void open(OpenAPI api) {
    api.setInfo(
        OASFactory.createInfo()
            .title("GoGoMarket")
            .version("v1")
            .description(text().replace("{scopes}", scopes()).replace("{codes}", codes()).strip()));
    api.setTags(
        chapters().entrySet().stream()
            .map(each -> OASFactory.createTag().name(each.getKey()).description(each.getValue()))
            .toList());
  }

  private static String scopes() {
    return Scopes.all().stream()
        .map(scope -> "- `" + scope + "`")
        .collect(Collectors.joining("\n"));
  }

  private static String codes() {
    ResourceBundle titles = ProblemDocument.titles("en");
    return new TreeSet<>(titles.keySet())
        .stream()
            .map(code -> "| `" + code + "` | " + titles.getString(code) + " |")
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> chapters() {
    Map<String, String> chapters = new LinkedHashMap<>();
    chapters.put("Catalogue", "What anybody can browse and search.");
    chapters.put("Logging in", "Accounts, tokens and guests.");
    chapters.put("My account", "Profile, addresses, sessions and roles.");
    chapters.put("Cart", "What a buyer or guest has chosen.");
    chapters.put("Delivery", "What the way costs, before there is an order.");
    chapters.put("Checkout", "From a cart to orders, one for each seller.");
    chapters.put("Payments", "What was paid, and how.");
    chapters.put("My orders", "Orders from the buyer's side.");
    chapters.put("Disputes", "When something went wrong.");
    chapters.put("My wallet", "Money that an account holds here.");
    chapters.put("Seller: products", "A seller's catalogue.");
    chapters.put("Seller: stock and prices", "How many there are, and what they cost.");
    chapters.put("Seller: orders", "Orders from the seller's side.");
    chapters.put("Seller: money", "Commissions.");
    chapters.put("API keys", "For programs that call the SOAP services.");
    chapters.put("Courier", "From the seller's door to the buyer's.");
    chapters.put("Settings", "What the marketplace is set to.");
    chapters.put("Admin: accounts", "Roles, suspensions, sessions.");
    chapters.put("Admin: catalogue", "Categories and moderation.");
    chapters.put("Admin: orders", "Any order.");
    chapters.put("Admin: delivery", "Zones, tariffs and couriers.");
    chapters.put("Admin: disputes", "Those that wait for a decision.");
    chapters.put("Admin: accounting", "Deposits, payments, refunds, cash and the books.");
    chapters.put("Admin: commissions", "The rules by which they are computed.");
    chapters.put("Admin: events", "What has not arrived at whom, and what to do about it.");
    chapters.put("Operations", "For those who run the marketplace.");
    return chapters;
  }

  private static String text() {
    try (InputStream text = OpenApiGuide.class.getResourceAsStream(TEXT)) {
      return new String(Objects.requireNonNull(text, TEXT).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
