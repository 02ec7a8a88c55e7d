package uz.gogomarket.web.rest.catalog;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.ProductFilter;
import uz.gogomarket.catalog.ProductSort;
import uz.gogomarket.platform.EnumConverter;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;

/** The filters and the order of a listing or search, as a {@code @BeanParam}. */
public class ProductQuery {

  private static final int MAX_TEXT = 200;
  private static final String AMOUNT = "^\\d{1,17}(\\.\\d{1,2})?$";
  private static final Set<String> KNOWN =
      Set.of(
          "q",
          "limit",
          "cursor",
          "category",
          "sellerId",
          "brand",
          "minPrice",
          "maxPrice",
          "inStock",
          "attribute",
          "sort");

  @QueryParam("category")
  @Parameter(
      description = "A category's slug; what is below it counts too",
      example = "telefonlar",
      schema = @Schema(type = SchemaType.STRING, maxLength = MAX_TEXT))
  @Nullable String category;

  @QueryParam("sellerId")
  @Parameter(
      description = "Only of this seller",
      example = "7",
      schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
  @Nullable String sellerId;

  @QueryParam("brand")
  @Parameter(description = "Any of these brands", example = "Artel")
  List<String> brands = List.of();

  @QueryParam("minPrice")
  @Parameter(
      description = "In sums, included",
      example = "100000",
      schema = @Schema(type = SchemaType.STRING, pattern = AMOUNT))
  @Nullable String minPrice;

  @QueryParam("maxPrice")
  @Parameter(
      description = "In sums, included",
      example = "2500000.00",
      schema = @Schema(type = SchemaType.STRING, pattern = AMOUNT))
  @Nullable String maxPrice;

  @QueryParam("inStock")
  @Parameter(
      description = "true: only what can be bought now",
      example = "true",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Nullable String inStock;

  @QueryParam("attribute")
  @Parameter(
      description = "name:value; several values of one name widen, several names narrow",
      example = "Rang:qora")
  List<String> attributes = List.of();

  @QueryParam("sort")
  @Parameter(
      description = "relevance is for searches only",
      example = "price_asc",
      schema = @Schema(implementation = ProductSort.class))
  @Nullable String sort;

  @Context @Nullable UriInfo uri;

  /**
   * @throws InvalidInput if a value cannot be read, or there is a parameter that nobody knows
   */
  ProductFilter filter() {
    if (uri != null) {
      for (String name : uri.getQueryParameters().keySet()) {
        if (!KNOWN.contains(name)) {
          throw InvalidInput.of(name, "is not a parameter of this list");
        }
      }
    }
    return new ProductFilter(
        category,
        parsed("sellerId", sellerId, Long::valueOf, "must be a number"),
        brands.stream().map(brand -> text("brand", brand)).toList(),
        parsed("minPrice", minPrice, ProductQuery::money, "must be an amount such as 125000.00"),
        parsed("maxPrice", maxPrice, ProductQuery::money, "must be an amount such as 125000.00"),
        Boolean.TRUE.equals(bool("inStock", inStock)),
        attributes());
  }

  ProductSort sort(ProductSort otherwise) {
    ProductSort wanted =
        parsed(
            "sort",
            sort,
            label -> EnumConverter.parse(ProductSort.class, label),
            "must be one of newest, price_asc, price_desc, popular, relevance");
    return wanted == null ? otherwise : wanted;
  }

  private Map<String, List<String>> attributes() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String each : attributes) {
      List<String> parts = Arrays.asList(each.split(":", 2));
      if (parts.size() != 2 || parts.get(0).isBlank()) {
        throw InvalidInput.of("attribute", "must be like name:value");
      }
      all.computeIfAbsent(text("attribute", parts.get(0)), name -> new ArrayList<>())
          .add(text("attribute", parts.get(1)));
    }
    return all;
  }

  static @Nullable Boolean bool(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.equals("true") && !text.equals("false")) {
      throw InvalidInput.of(field, "must be true or false");
    }
    return text.equals("true");
  }

  static <T> @Nullable T parsed(
      String field, @Nullable String text, Function<String, T> parse, String message) {
    if (text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw InvalidInput.of(field, message);
    }
  }

  private static Money money(String text) {
    if (!text.matches("\\d{1,17}(\\.\\d{1,2})?")) {
      throw new IllegalArgumentException(text);
    }
    return Money.of(text);
  }

  private static String text(String field, String value) {
    if (value.length() > MAX_TEXT || value.indexOf('\0') >= 0) {
      throw InvalidInput.of(field, "must have at most " + MAX_TEXT + " characters");
    }
    return value;
  }
}
