package uz.gogomarket.web.rest.catalog;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.catalog.ProductFilter;
import uz.gogomarket.catalog.ProductSort;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Money;

/** The filters and the order of a listing or search, as a {@code @BeanParam}. */
public class ProductQuery {

  private static final int MAX_TEXT = 200;

  @QueryParam("category")
  @Parameter(
      description = "A category's slug; what is below it counts too",
      example = "telefonlar",
      schema = @Schema(type = SchemaType.STRING, maxLength = MAX_TEXT))
  @Nullable String category;

  @QueryParam("sellerId")
  @Parameter(description = "Only of this seller", example = "7")
  @Nullable Long sellerId;

  @QueryParam("brand")
  @Parameter(description = "Any of these brands", example = "Artel")
  List<String> brands = List.of();

  @QueryParam("minPrice")
  @Parameter(
      description = "In sums, included",
      schema = @Schema(type = SchemaType.STRING, pattern = "^\\d{1,17}(\\.\\d{1,2})?$"),
      example = "100000")
  @Nullable Money minPrice;

  @QueryParam("maxPrice")
  @Parameter(
      description = "In sums, included",
      schema = @Schema(type = SchemaType.STRING, pattern = "^\\d{1,17}(\\.\\d{1,2})?$"),
      example = "2500000.00")
  @Nullable Money maxPrice;

  @QueryParam("inStock")
  @Parameter(description = "true: only what can be bought now", example = "true")
  @Nullable Boolean inStock;

  @QueryParam("attribute")
  @Parameter(
      description = "name:value; several values of one name widen, several names narrow",
      example = "Rang:qora")
  List<String> attributes = List.of();

  @QueryParam("sort")
  @Parameter(
      description = "newest, price_asc, price_desc, popular; in a search also relevance",
      example = "price_asc")
  @Nullable ProductSort sort;

  /**
   * @throws InvalidInput if a value cannot be read
   */
  ProductFilter filter() {
    return new ProductFilter(
        category,
        sellerId,
        brands.stream().map(brand -> text("brand", brand)).toList(),
        minPrice,
        maxPrice,
        Boolean.TRUE.equals(inStock),
        attributes());
  }

  ProductSort sort(ProductSort otherwise) {
    return sort == null ? otherwise : sort;
  }

  private Map<String, List<String>> attributes() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String each : attributes) {
      List<String> parts = Arrays.asList(each.split(":", 2));
      if (parts.size() != 2 || parts.get(0).isBlank()) {
        throw InvalidInput.of("attribute", "name_value");
      }
      all.computeIfAbsent(text("attribute", parts.get(0)), name -> new ArrayList<>())
          .add(text("attribute", parts.get(1)));
    }
    return all;
  }

  private static String text(String field, String value) {
    if (value.length() > MAX_TEXT) {
      throw InvalidInput.of(field, "too_long", MAX_TEXT);
    }
    return value;
  }
}
