package uz.gogomarket.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Says of the schemas what the annotations know but the scanner does not: an answer always has what
 * its record does not call {@code @Nullable}. And says it so that validators in other languages
 * read the same: patterns as JavaScript has them, and no steps of numbers, which fail on binary
 * fractions.
 */
final class OpenApiSchemas {

  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
  private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
  private static final DotName LIST = DotName.createSimple(List.class);
  private static final DotName NAMED =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

  /** What the scanner says for {@code @NotBlank}: somewhere in it. */
  private static final String NOT_BLANK = "\\S";

  private final IndexView classes;
  private final Map<String, Schema> schemas;

  OpenApiSchemas(IndexView classes, OpenAPI api) {
    this.classes = classes;
    this.schemas = api.getComponents().getSchemas();
  }

  /**
   * @param operations all that there are
   */
  void complete(List<Operation> operations) {
    Set<String> taken = new TreeSet<>();
    for (Operation operation : operations) {
      if (operation.getRequestBody() != null) {
        Content content = operation.getRequestBody().getContent();
        content.getMediaTypes().values().forEach(body -> collect(body.getSchema(), taken));
      }
    }
    schemas.forEach(
        (name, schema) -> {
          boolean sent = taken.contains(name);
          record(name, schema).ifPresent(type -> require(schema, type, sent));
          simplify(schema);
        });
  }

  /** A schema with all that it is made of. */
  private void collect(@Nullable Schema schema, Set<String> names) {
    if (schema == null) {
      return;
    }
    String reference = schema.getRef();
    if (reference != null) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      if (names.add(name)) {
        collect(schemas.get(name), names);
      }
    }
    parts(schema).forEach(part -> collect(part, names));
  }

  private static Stream<Schema> parts(Schema schema) {
    return Stream.of(
            properties(schema).values().stream(),
            Stream.ofNullable(schema.getItems()),
            Stream.ofNullable(schema.getAdditionalPropertiesSchema()),
            Stream.ofNullable(schema.getAllOf()).flatMap(List::stream))
        .flatMap(each -> each)
        .filter(Objects::nonNull);
  }

  private Optional<ClassInfo> record(String name, Schema schema) {
    return classes.getKnownClasses().stream()
        .filter(type -> type.isRecord() && isNamed(type, name))
        .filter(type -> names(type).containsAll(properties(schema).keySet()))
        .findFirst();
  }

  /** The scanner names a page of orders after both. */
  private static boolean isNamed(ClassInfo type, String name) {
    return type.typeParameters().isEmpty()
        ? name(type).equals(name)
        : name.startsWith(type.simpleName());
  }

  private static String name(ClassInfo type) {
    return type.hasDeclaredAnnotation(NAMED) && type.declaredAnnotation(NAMED).value("name") != null
        ? type.declaredAnnotation(NAMED).value("name").asString()
        : type.simpleName();
  }

  private static Set<String> names(ClassInfo type) {
    Set<String> names = new TreeSet<>();
    type.recordComponents().forEach(each -> names.add(each.name()));
    return names;
  }

  /** Who sends may leave out all but what its constraints ask for, and numbers and flags. */
  private static void require(Schema schema, ClassInfo type, boolean sent) {
    boolean withoutEmpty = type.hasDeclaredAnnotation(INCLUDE);
    Set<String> required = new LinkedHashSet<>();
    if (sent && schema.getRequired() != null) {
      required.addAll(schema.getRequired());
    }
    for (RecordComponentInfo each : type.recordComponentsInDeclarationOrder()) {
      boolean primitive = each.type().kind() == Type.Kind.PRIMITIVE;
      boolean nullable = each.type().hasAnnotation(NULLABLE) || each.hasAnnotation(NULLABLE);
      boolean dropped = withoutEmpty && each.type().name().equals(LIST);
      if (properties(schema).containsKey(each.name())
          && (sent ? primitive : !nullable && !dropped)) {
        required.add(each.name());
      }
    }
    schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
  }

  private static void simplify(Schema schema) {
    if (schema.getPattern() != null) {
      schema.setPattern(portable(schema.getPattern()));
    }
    schema.setMultipleOf(null);
    parts(schema).forEach(OpenApiSchemas::simplify);
  }

  /** As JavaScript reads it; as a whole, since validators of schemas look for a part. */
  private static String portable(String pattern) {
    if (pattern.equals(NOT_BLANK)) {
      return pattern;
    }
    String plain =
        pattern.startsWith("(?s)")
            ? pattern.substring("(?s)".length()).replace(".", "[\\s\\S]")
            : pattern;
    plain = plain.replace("\\p{Cntrl}", "\\x00-\\x1f\\x7f");
    return plain.startsWith("^") ? plain : "^(?:" + plain + ")$";
  }

  private static Map<String, Schema> properties(Schema schema) {
    return schema.getProperties() == null ? Map.of() : schema.getProperties();
  }
}
