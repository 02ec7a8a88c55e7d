package uz.gogomarket.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.RequestInfo;
import uz.gogomarket.platform.Violation;

/**
 * What a client is told when it is refused (RFC 9457).
 *
 * @param type a URI that names the kind of problem
 * @param title in the client's language
 * @param detail what went wrong this time, in English
 * @param instance the request's id
 * @param code stable and machine-readable
 * @param facts what a program needs to go on, of a form that the code tells
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "What a client is told when it is refused (RFC 9457)")
public record ProblemDocument(
    @Schema(example = "urn:gogomarket:problem:out_of_stock") String type,
    @Schema(example = "Out of stock") String title,
    @Schema(example = "409") int status,
    @Schema(example = "Only 2 are left of product 17.") @Nullable String detail,
    @Schema(example = "urn:gogomarket:request:7b0c") String instance,
    @Schema(example = "out_of_stock") String code,
    List<BrokenRule> violations,
    @Schema(
            description =
                "What a program needs to go on: the new quote with price_changed, the items that"
                    + " are short with out_of_stock.")
        @Nullable Object facts) {

  /**
   * What is wrong with one field.
   *
   * @param field named as the client wrote it
   * @param code stable and machine-readable
   * @param message in the client's language; goes on where the field's name ends
   */
  @Schema(name = "Violation")
  public record BrokenRule(
      @Schema(example = "items[0].quantity") String field,
      @Schema(example = "too_small") String code,
      @Schema(example = "must be at least 1") String message) {

    static BrokenRule of(Violation violation, String locale) {
      return new BrokenRule(violation.field(), violation.code(), violation.message(locale));
    }
  }

  public static final String MEDIA_TYPE = "application/problem+json";

  static ProblemDocument of(
      int status,
      String code,
      @Nullable String detail,
      List<Violation> violations,
      @Nullable Object facts) {
    RequestInfo request = RequestInfo.current();
    return new ProblemDocument(
        "urn:gogomarket:problem:" + code,
        title(code, status, request.locale()),
        status,
        detail,
        "urn:gogomarket:request:" + request.requestId(),
        code,
        violations.stream().map(each -> BrokenRule.of(each, request.locale())).toList(),
        facts);
  }

  private static String title(String code, int status, String locale) {
    ResourceBundle titles = titles(locale);
    if (titles.containsKey(code)) {
      return titles.getString(code);
    }
    return titles.getString(status < 500 ? "http_400" : "internal_error");
  }

  /** Of all codes, in one of the languages. */
  static ResourceBundle titles(String locale) {
    return ResourceBundle.getBundle("problems", Locale.forLanguageTag(locale), NO_FALLBACK);
  }

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
