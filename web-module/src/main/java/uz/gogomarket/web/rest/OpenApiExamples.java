package uz.gogomarket.web.rest;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.Money;

/**
 * Composes the examples of the description out of one example per term; they stand in {@code
 * openapi/examples.properties}. A term without one, and one without a term, end the build.
 */
final class OpenApiExamples {

  private static final String TERMS = "/openapi/examples.properties";
  private static final Set<String> TIMES = Set.of("date", "date-time");
  private static final int DEEPEST = 8;

  private final Map<String, Schema> schemas;
  private final Properties terms = new Properties();
  private final Set<String> used = new TreeSet<>();

  OpenApiExamples(OpenAPI api) {
    schemas = api.getComponents().getSchemas();
    try (Reader text =
        new InputStreamReader(
            Objects.requireNonNull(OpenApiExamples.class.getResourceAsStream(TERMS), TERMS),
            StandardCharsets.UTF_8)) {
      terms.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    schemas.forEach(
        (owner, schema) ->
            properties(schema).forEach((term, each) -> illustrate(owner, term, each)));
  }

  /**
   * @throws IllegalStateException if an example is of nothing
   */
  void requireAllUsed() {
    Set<String> idle = new TreeSet<>(terms.stringPropertyNames());
    idle.removeAll(used);
    if (!idle.isEmpty()) {
      throw new IllegalStateException(TERMS + " illustrates what nothing says: " + idle);
    }
  }

  /** Shows a thing of the demo marketplace that the operation can be tried with. */
  void illustrate(String operationId, Parameter parameter) {
    String text = known(operationId + "." + parameter.getName());
    if (text != null) {
      boolean list = parameter.getSchema().getItems() != null;
      parameter.setExample(list ? List.of(text) : plain(parameter.getSchema(), text));
    } else if (parameter.getIn() == Parameter.In.PATH && parameter.getExample() == null) {
      throw new IllegalStateException(
          TERMS + " has no example of " + operationId + "." + parameter.getName());
    }
  }

  /** Gives a body an example, where it has none. */
  void illustrate(MediaType body) {
    if (body.getSchema() != null && body.getExample() == null && body.getExamples() == null) {
      body.setExample(value("", "", body.getSchema(), 0));
    }
  }

  private void illustrate(String owner, String term, Schema schema) {
    Object value = value(owner, term, schema, 0);
    boolean composed = schema.getRef() != null || isObject(resolved(schema.getItems()));
    if (!composed) {
      schema.setExample(value);
    }
  }

  private @Nullable Object value(String owner, String term, Schema schema, int depth) {
    Schema form = Objects.requireNonNull(resolved(schema));
    String text = text(owner, term, form);
    if (depth > DEEPEST) {
      throw new IllegalStateException("An example of " + owner + " has no end; leave out " + term);
    }
    if (text != null && text.isEmpty()) {
      return null;
    }
    if (name(schema).equals("Money")) {
      return money(text, form);
    }
    if (isObject(form)) {
      return object(name(schema), form, depth);
    }
    Schema items = form.getItems();
    if (items != null && isObject(resolved(items))) {
      return List.of(Objects.requireNonNull(value(owner, "", items, depth + 1)));
    }
    if (text == null) {
      throw new IllegalStateException(TERMS + " has no example of " + owner + "." + term);
    }
    if (items != null) {
      Schema item = Objects.requireNonNull(resolved(items));
      return Stream.of(text.split(",", -1)).map(each -> plain(item, each)).toList();
    }
    if (isMap(form)) {
      String[] entry = text.split(":", 2);
      return Map.of(entry[0], entry[1]);
    }
    return plain(form, text);
  }

  private Map<String, Object> object(String owner, Schema form, int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    properties(form)
        .forEach(
            (term, each) -> {
              Object value = value(owner, term, each, depth + 1);
              if (value != null) {
                object.put(term, value);
              } else if (isRequired(form, term) && isList(each)) {
                object.put(term, List.of());
              }
            });
    return object;
  }

  private static Map<String, Object> money(@Nullable String text, Schema form) {
    Map<String, Object> money = new LinkedHashMap<>();
    Schema amount = Objects.requireNonNull(properties(form).get("amount"));
    money.put("amount", text == null ? amount.getExample() : text);
    money.put("currency", Money.CURRENCY);
    return money;
  }

  /** The schema's own word, what its annotation says, or what the term means everywhere. */
  private @Nullable String text(String owner, String term, Schema form) {
    String own = known(owner + "." + term);
    if (own != null) {
      return own;
    }
    boolean time = TIMES.contains(String.valueOf(form.getFormat()));
    Object annotated = annotated(form);
    if (annotated != null && !time && form.getItems() == null && !isMap(form)) {
      return annotated.toString();
    }
    String common = term.isEmpty() ? null : known(term);
    if (common == null && time) {
      return known("format." + form.getFormat());
    }
    boolean label = form.getEnumeration() != null && !"".equals(common);
    return label && !form.getEnumeration().contains(common)
        ? form.getEnumeration().get(0).toString()
        : common;
  }

  private static @Nullable Object annotated(Schema form) {
    List<Object> examples = form.getExamples();
    return form.getExample() == null && examples != null && !examples.isEmpty()
        ? examples.get(0)
        : form.getExample();
  }

  private @Nullable String known(String key) {
    String text = terms.getProperty(key);
    if (text != null) {
      used.add(key);
    }
    return text;
  }

  private static Object plain(Schema form, String text) {
    List<SchemaType> type = form.getType();
    if (type != null && type.contains(SchemaType.INTEGER)) {
      return Long.valueOf(text);
    }
    if (type != null && type.contains(SchemaType.NUMBER)) {
      return new BigDecimal(text);
    }
    return type != null && type.contains(SchemaType.BOOLEAN) ? Boolean.valueOf(text) : text;
  }

  private @Nullable Schema resolved(@Nullable Schema schema) {
    if (schema == null) {
      return null;
    }
    if (schema.getAllOf() != null && !schema.getAllOf().isEmpty()) {
      return resolved(schema.getAllOf().get(0));
    }
    return schema.getRef() == null ? schema : schemas.get(name(schema));
  }

  private static String name(Schema schema) {
    String reference = schema.getRef();
    return reference == null ? "" : reference.substring(reference.lastIndexOf('/') + 1);
  }

  private static boolean isObject(@Nullable Schema form) {
    return form != null && !properties(form).isEmpty();
  }

  private boolean isList(Schema schema) {
    return Objects.requireNonNull(resolved(schema)).getItems() != null;
  }

  private static boolean isRequired(Schema owner, String term) {
    return owner.getRequired() != null && owner.getRequired().contains(term);
  }

  private static boolean isMap(Schema form) {
    return form.getAdditionalPropertiesSchema() != null;
  }

  private static Map<String, Schema> properties(Schema schema) {
    return schema.getProperties() == null ? Map.of() : schema.getProperties();
  }
}
