package uz.gogomarket.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uz.gogomarket.platform.Editable;

/** What all resources of the API have in common. */
class ResourcesTest {

  private static List<Method> operations;

  @BeforeAll
  static void find() {
    operations =
        new ClassFileImporter()
            .importPackages("uz.gogomarket.web.rest").stream()
                .filter(each -> each.isAnnotatedWith(Path.class))
                .map(JavaClass::reflect)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(ResourcesTest::isOperation)
                .toList();
    assertThat(operations).hasSizeGreaterThan(100);
  }

  @Test
  void a_method_says_by_its_type_what_it_answers() {
    assertThat(operations).noneMatch(each -> each.getReturnType().equals(Response.class));
  }

  @Test
  void what_has_a_version_is_answered_with_it() {
    List<Class<?>> views =
        operations.stream()
            .flatMap(each -> Stream.of(each.getGenericReturnType()).map(ResourcesTest::answered))
            .filter(Class::isRecord)
            .<Class<?>>map(each -> each)
            .distinct()
            .toList();

    assertThat(views).anyMatch(Editable.class::isAssignableFrom);
    assertThat(views)
        .filteredOn(
            each ->
                Arrays.stream(each.getRecordComponents())
                    .anyMatch(part -> part.getName().equals("version")))
        .allMatch(Editable.class::isAssignableFrom);
  }

  @Test
  void an_operation_is_counted_under_the_name_that_its_description_has() throws IOException {
    JsonNode api =
        new ObjectMapper()
            .readTree(java.nio.file.Path.of("target/classes/openapi/openapi.json").toFile());
    List<String> described =
        api.path("paths").properties().stream()
            .filter(path -> path.getKey().startsWith(Api.PATH + "/"))
            .flatMap(path -> path.getValue().findValuesAsText("operationId").stream())
            .toList();

    assertThat(operations.stream().map(OperationName::of))
        .containsExactlyInAnyOrderElementsOf(described)
        .contains("listSettings");
  }

  /** What is in the answer: of what is made the thing itself. */
  private static Class<?> answered(Type type) {
    if (!(type instanceof ParameterizedType wrapper)) {
      return (Class<?>) type;
    }
    return wrapper.getRawType().equals(Created.class)
        ? answered(wrapper.getActualTypeArguments()[0])
        : (Class<?>) wrapper.getRawType();
  }

  private static boolean isOperation(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
  }
}
