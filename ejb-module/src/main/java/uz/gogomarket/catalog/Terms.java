package uz.gogomarket.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the seller called the attributes, options and variants of a product, in another language.
 * What has no translation stays as it was written.
 */
record Terms(Map<String, String> translated) {

  /** Between the values in the name of a variant that the seller did not name. */
  static final String SEPARATOR = " / ";

  String of(String written) {
    return translated.getOrDefault(written, written);
  }

  ProductAttribute of(ProductAttribute written) {
    return new ProductAttribute(of(written.name()), of(written.value()));
  }

  ProductOption of(ProductOption written) {
    return new ProductOption(of(written.name()), written.values().stream().map(this::of).toList());
  }

  /** A variant's choices. */
  Map<String, String> of(Map<String, String> chosen) {
    Map<String, String> all = new LinkedHashMap<>();
    chosen.forEach((option, value) -> all.put(of(option), of(value)));
    return all;
  }

  /** A variant's name: as a whole, or value by value. */
  String ofVariant(String name) {
    if (translated.isEmpty() || translated.containsKey(name)) {
      return of(name);
    }
    List<String> values = Arrays.asList(name.split(SEPARATOR, -1));
    return values.stream().map(this::of).collect(Collectors.joining(SEPARATOR));
  }
}
