package uz.gogomarket.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uz.gogomarket.platform.DomainEvent;
import uz.gogomarket.platform.Json;
import uz.gogomarket.platform.Money;

/** What is published is what docs/events.md and the schemas say, and nothing else is. */
class EventsTest {

  private static final Path SCHEMAS = Path.of("src/main/resources/events");
  private static final Path DOCS = Path.of("../docs/events.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z_.]+)` \\| (\\d+) \\| ([^|]*) \\|", Pattern.MULTILINE);

  private final ObjectMapper mapper = new Json().mapper();

  private final List<Class<?>> events =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("uz.gogomarket")
              .stream()
              .filter(type -> type.isAssignableTo(DomainEvent.class) && !type.isInterface())
              .<Class<?>>map(JavaClass::reflect)
              .toList();

  @TestFactory
  Stream<DynamicTest> every_event_satisfies_its_schema() {
    return DynamicTest.stream(
        events.stream().flatMap(type -> samples(type).stream()),
        event -> event.topic() + " " + mapper.valueToTree(event),
        event -> {
          Validator validator =
              new ValidatorFactory()
                  .withJsonNodeFactory(new JacksonNode.Factory(mapper))
                  .createValidator();
          Validator.Result result =
              validator.validate(
                  validator.registerSchema(Files.readString(schemaOf(event))),
                  mapper.writeValueAsString(event));
          assertThat(result.getErrors()).extracting(each -> each.getError()).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> a_schema_has_what_its_event_has_and_nothing_else() {
    return DynamicTest.stream(
        events.stream(),
        Class::getSimpleName,
        type -> {
          JsonNode schema = schema(type);
          assertThat(names(schema.path("properties"))).isEqualTo(components(type, true));
          assertThat(
                  StreamSupport.stream(schema.path("required").spliterator(), false)
                      .map(JsonNode::asText)
                      .collect(Collectors.toSet()))
              .isEqualTo(components(type, false));
          assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        });
  }

  @TestFactory
  Stream<DynamicTest> a_payload_holds_ids_numbers_and_labels_only() {
    return DynamicTest.stream(
        events.stream(),
        Class::getSimpleName,
        type ->
            assertThat(type.getRecordComponents())
                .allMatch(
                    component ->
                        component.getType() == long.class
                            || component.getType() == Long.class
                            || component.getType() == int.class
                            || component.getType() == boolean.class
                            || component.getType() == Money.class
                            || component.getType().isEnum()));
  }

  @Test
  void a_topic_names_its_aggregate_and_what_happened() {
    assertThat(events)
        .isNotEmpty()
        .allSatisfy(
            type -> assertThat(samples(type).get(0).topic()).matches("[a-z]+\\.[a-z]+(_[a-z]+)*"));
  }

  @Test
  void no_two_events_have_one_topic() {
    assertThat(events.stream().map(type -> samples(type).get(0).topic())).doesNotHaveDuplicates();
  }

  @Test
  void there_is_no_schema_without_an_event() throws IOException {
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      assertThat(files)
          .containsExactlyInAnyOrderElementsOf(
              events.stream().map(type -> schemaOf(samples(type).get(0))).toList());
    }
  }

  @Test
  void the_docs_name_exactly_the_events_that_there_are() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(DOCS));
    while (row.find()) {
      documented.put(row.group(1) + " " + row.group(2), row.group(3));
    }

    Map<String, String> there = new TreeMap<>();
    for (Class<?> type : events) {
      DomainEvent event = samples(type).get(0);
      there.put(
          event.topic() + " " + event.version(),
          Arrays.stream(type.getRecordComponents())
              .map(each -> "`" + each.getName() + (isNullable(each) ? "?" : "") + "`")
              .collect(Collectors.joining(", ")));
    }
    assertThat(documented).isEqualTo(there);
  }

  /** With everything, with each label, and without whatever can be absent. */
  private static List<DomainEvent> samples(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    int labels =
        Arrays.stream(components)
            .filter(each -> each.getType().isEnum())
            .mapToInt(each -> each.getType().getEnumConstants().length)
            .max()
            .orElse(1);
    List<DomainEvent> samples = new ArrayList<>();
    for (int label = 0; label < labels; label++) {
      samples.add(sample(type, label, false));
    }
    samples.add(sample(type, 0, true));
    return samples;
  }

  private static DomainEvent sample(Class<?> type, int label, boolean sparse) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return (DomainEvent)
          constructor.newInstance(
              Arrays.stream(components)
                  .map(each -> sparse && isNullable(each) ? null : value(each.getType(), label))
                  .toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " is no record with values of the usual types", e);
    }
  }

  private static Object value(Class<?> type, int label) {
    if (type.isEnum()) {
      return type.getEnumConstants()[label % type.getEnumConstants().length];
    }
    if (type == Money.class) {
      return Money.of("1234.50");
    }
    if (type == boolean.class) {
      return true;
    }
    return type == int.class ? (Object) 7 : (Object) 7L;
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Set<String> components(Class<?> type, boolean nullableToo) {
    return Arrays.stream(type.getRecordComponents())
        .filter(each -> nullableToo || !isNullable(each))
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonNode schema(Class<?> type) {
    try {
      return mapper.readTree(Files.readString(schemaOf(samples(type).get(0))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path schemaOf(DomainEvent event) {
    return SCHEMAS.resolve(event.topic() + ".v" + event.version() + ".json");
  }
}
