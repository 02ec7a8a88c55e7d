package uz.gogomarket.web.soap;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uz.gogomarket.platform.Violation;

/**
 * A rule of XML Schema, with the code by which we tell that it is broken. The validator tells it in
 * a sentence that begins with the rule's name in the recommendation; what a group catches there is
 * what our message names.
 */
record SchemaRule(String name, Pattern sentence, String code) {

  private static final int MAX_VALUE = 300;

  /** Names of namespaces before those of elements. */
  private static final Pattern NAMESPACE = Pattern.compile("\"[^\"]*\":");

  private static final List<SchemaRule> ALL =
      List.of(
          facet("minLength", "too_short"),
          facet("maxLength", "too_long"),
          facet("minInclusive", "too_small"),
          facet("maxInclusive", "too_large"),
          facet("minExclusive", "not_more_than_other"),
          facet("maxExclusive", "below"),
          facet("pattern", "pattern"),
          new SchemaRule(
              "cvc-enumeration-valid", Pattern.compile("enumeration '\\[(.*)]'"), "one_of"),
          new SchemaRule(
              "cvc-fractionDigits-valid", Pattern.compile("limited to (\\d+)"), "fraction_digits"),
          new SchemaRule(
              "cvc-totalDigits-valid", Pattern.compile("limited to (\\d+)"), "total_digits"),
          new SchemaRule("cvc-datatype-valid", Pattern.compile(""), "wrong_type"),
          new SchemaRule(
              "cvc-complex-type.2.4.b",
              Pattern.compile("One of '\\{(.*)}' is expected"),
              "element_missing"),
          new SchemaRule(
              "cvc-complex-type.2.4",
              Pattern.compile("One of '\\{(.*)}' is expected"),
              "another_element"),
          new SchemaRule("cvc-complex-type.2.4", Pattern.compile(""), "no_element"),
          new SchemaRule("cvc-complex-type.2.3", Pattern.compile(""), "text_between"),
          new SchemaRule(
              "cvc-complex-type.4", Pattern.compile("Attribute '(.*?)'"), "attribute_missing"),
          new SchemaRule(
              "cvc-complex-type.3", Pattern.compile("Attribute '(.*?)'"), "attribute_unknown"),
          new SchemaRule("cvc-elt.1", Pattern.compile(""), "unknown_operation"),
          new SchemaRule("", Pattern.compile(""), "contract"));

  private static SchemaRule facet(String name, String code) {
    return new SchemaRule(
        "cvc-" + name + "-valid", Pattern.compile(name + " '(.*?)'(?: for type|\\.)"), code);
  }

  /** What is wrong with the field, by what the validator says of it. */
  static Violation violation(String field, String message) {
    for (SchemaRule rule : ALL) {
      Matcher matcher = rule.sentence().matcher(message);
      if (message.startsWith(rule.name()) && matcher.find()) {
        return matcher.groupCount() == 0
            ? Violation.of(field, rule.code())
            : Violation.of(field, rule.code(), shortened(matcher.group(1)));
      }
    }
    throw new IllegalStateException("The last rule fits everything");
  }

  private static String shortened(String value) {
    String plain = NAMESPACE.matcher(value).replaceAll("");
    return plain.length() <= MAX_VALUE ? plain : plain.substring(0, MAX_VALUE) + "…";
  }
}
