package uz.gogomarket.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who owns a table's rows, against a written list: a capability writes its own tables only, reads
 * those of lower floors only where the list allows it, and none of a floor above; one class writes
 * each column after a row's birth. What does not hold yet is written there, too, and may only
 * become less.
 */
class TableOwnersTest {

  /** From the ground up; rooms of one set stand on one floor. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("platform"),
          Set.of("workflow"),
          Set.of("identity"),
          Set.of("wallets", "catalog"),
          Set.of("payments", "commissions", "shipping"),
          Set.of("cart"),
          Set.of("orders"),
          Set.of("disputes", "dispatch"),
          Set.of("partners"));

  private static final TableOwners OWNERS = TableOwners.read();
  private static final List<Statements> CODE = Statements.all();

  @Test
  void every_table_has_an_owner() {
    assertThat(OWNERS.tables()).isEqualTo(TableOwners.inMigrations());
  }

  @Test
  void rows_are_written_by_their_owner_only() {
    Map<String, Set<String>> strangers = new TreeMap<>();
    for (Statements statements : CODE) {
      statements.written(OWNERS.tables()).stream()
          .filter(table -> !OWNERS.ownerOf(table).equals(statements.capability()))
          .forEach(table -> add(strangers, table, statements.toString()));
    }
    assertThat(strangers).isEmpty();
  }

  @Test
  void tables_of_others_are_read_only_where_the_list_allows_it() {
    Map<String, Set<String>> reads = new TreeMap<>();
    for (Statements statements : CODE) {
      statements.named(OWNERS.tables()).stream()
          .filter(table -> floor(OWNERS.ownerOf(table)) < floor(statements.capability()))
          .forEach(table -> add(reads, statements.capability(), table));
    }
    assertThat(reads).isEqualTo(OWNERS.reads());
  }

  @Test
  void nobody_else_reads_the_tables_of_a_floor_above_or_of_a_room_beside() {
    Map<String, Set<String>> above = new TreeMap<>();
    for (Statements statements : CODE) {
      statements.named(OWNERS.tables()).stream()
          .filter(table -> !OWNERS.ownerOf(table).equals(statements.capability()))
          .filter(table -> floor(OWNERS.ownerOf(table)) >= floor(statements.capability()))
          .forEach(table -> add(above, statements.toString(), table));
    }
    assertThat(above).isEqualTo(OWNERS.readsAbove());
  }

  @Test
  void one_class_writes_each_other_column_after_a_rows_birth() {
    Map<String, Set<String>> writers = new TreeMap<>();
    for (Statements statements : CODE) {
      statements
          .updated(OWNERS.tables())
          .forEach(column -> add(writers, column, statements.toString()));
    }
    for (Class<?> entity : entities()) {
      updatedBy(entity).forEach(column -> add(writers, column, entity.getSimpleName()));
    }
    writers.values().removeIf(classes -> classes.size() == 1);
    assertThat(writers).isEqualTo(OWNERS.writers());
  }

  private static List<Class<?>> entities() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("uz.gogomarket");
    return classes.stream()
        .filter(type -> type.isAnnotatedWith(Entity.class))
        .<Class<?>>map(JavaClass::reflect)
        .toList();
  }

  /** The columns of an entity that its updates may set. */
  private static Stream<String> updatedBy(Class<?> entity) {
    String table = entity.getAnnotation(Table.class).name();
    return Stream.of(entity.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .filter(field -> !field.getName().startsWith("_persistence"))
        .filter(
            field ->
                Stream.of(Id.class, OneToMany.class, Transient.class)
                    .noneMatch(field::isAnnotationPresent))
        .filter(TableOwnersTest::updatable)
        .map(field -> table + "." + columnOf(field));
  }

  private static boolean updatable(Field field) {
    Column column = field.getAnnotation(Column.class);
    JoinColumn join = field.getAnnotation(JoinColumn.class);
    return (column == null || column.updatable()) && (join == null || join.updatable());
  }

  private static String columnOf(Field field) {
    Column column = field.getAnnotation(Column.class);
    JoinColumn join = field.getAnnotation(JoinColumn.class);
    String name = column != null ? column.name() : join != null ? join.name() : "";
    return name.isEmpty() ? field.getName().toLowerCase(Locale.ROOT) : name;
  }

  private static int floor(String capability) {
    for (int i = 0; i < FLOORS.size(); i++) {
      if (FLOORS.get(i).contains(capability)) {
        return i;
      }
    }
    throw new IllegalStateException("No floor has " + capability);
  }

  private static void add(Map<String, Set<String>> many, String key, String value) {
    many.computeIfAbsent(key, any -> new TreeSet<>()).add(value);
  }
}
