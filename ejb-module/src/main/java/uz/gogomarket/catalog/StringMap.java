package uz.gogomarket.catalog;

import java.util.LinkedHashMap;

/** A JSON object of strings, such as a variant's options. */
final class StringMap extends LinkedHashMap<String, String> {
  private static final long serialVersionUID = 1L;
}
