package uz.gogomarket.web.soap.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names what the use cases object to as the contract does, by the path of the element. */
final class ContractPaths {

  private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

  /** What has another name, or another place, in the contract; the first that fits is taken. */
  private static final Map<Pattern, String> NAMES = names();

  private ContractPaths() {}

  /**
   * @param element of the line, such as {@code product}
   * @param line its position, from 1
   * @param field as the use case names it, such as {@code variants[1].variant.options}
   * @return such as {@code product[3]/variant[2]/data/choice}
   */
  static String of(String element, int line, String field) {
    String path = field;
    for (Map.Entry<Pattern, String> name : NAMES.entrySet()) {
      path = name.getKey().matcher(path).replaceAll(name.getValue());
    }
    return element
        + position(line)
        + "/"
        + INDEX.matcher(path.replace('.', '/')).replaceAll(ContractPaths::fromOne);
  }

  /** The first of many is named without its position, as the check of the contract does it. */
  static String position(int number) {
    return number == 1 ? "" : "[" + number + "]";
  }

  private static String fromOne(MatchResult index) {
    return Matcher.quoteReplacement(position(Integer.parseInt(index.group(1)) + 1));
  }

  private static Map<Pattern, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("^product\\.product\\.sku$", "sku");
    names.put("^product\\.product\\b", "data");
    names.put("^product\\.(?=price\\b|stockQuantity\\b)", "");
    names.put("^variants(\\[\\d+])\\.variant\\.sku$", "variant$1.sku");
    names.put("^variants(\\[\\d+])\\.variant\\.options\\b", "variant$1.data.choice");
    names.put("^variants(\\[\\d+])\\.variant\\b", "variant$1.data");
    names.put("^variants\\b", "variant");
    names.put("\\bstockQuantity\\b", "initialStock");
    names.put("\\blocale\\b", "language");
    names.put("\\b(tag|translation|attribute|option|image|value)s\\b", "$1");
    Map<Pattern, String> patterns = new LinkedHashMap<>();
    names.forEach((name, replacement) -> patterns.put(Pattern.compile(name), replacement));
    return patterns;
  }
}
