package uz.gogomarket.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The SQL in a class: its string constants, those that are joined by {@code +} as one, with a
 * question mark for what is not constant.
 *
 * @param capability the package's last name
 * @param className the simple name
 * @param sql in lower case, with single blanks
 */
record Statements(String capability, String className, List<String> sql) {

  private static final Path SOURCES = Path.of("src/main/java/uz/gogomarket");

  private static final Pattern NAMED =
      Pattern.compile("\\b(?:from|join|into|update|only|using|table)\\s+([a-z_]+)|,\\s*([a-z_]+)");

  private static final Pattern WRITTEN =
      Pattern.compile("\\b(?:insert into|update(?: only)?|delete from)\\s+([a-z_]+)");

  private static final Pattern SET =
      Pattern.compile("\\b(?:update(?: only)?\\s+([a-z_]+)(?:\\s+(?:as\\s+)?[a-z]+)?)\\s+set\\s+");

  /** Every class of the marketplace, read from its source. */
  static List<Statements> all() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> paths = Files.walk(SOURCES);
        StandardJavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<Path> sources = paths.filter(path -> path.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      List<Statements> found = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        Path source = Path.of(unit.getSourceFile().toUri());
        Constants constants = new Constants();
        constants.scan(unit, null);
        found.add(
            new Statements(
                source.getParent().getFileName().toString(),
                source.getFileName().toString().replace(".java", ""),
                constants.texts));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of some tables that are named in it at all. */
  Set<String> named(Set<String> tables) {
    Set<String> found = new HashSet<>();
    for (String text : sql) {
      Matcher matcher = NAMED.matcher(text);
      while (matcher.find()) {
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        if (tables.contains(name)) {
          found.add(name);
        }
      }
    }
    return found;
  }

  /** Those of some tables in which it inserts, changes or deletes rows. */
  Set<String> written(Set<String> tables) {
    Set<String> found = new HashSet<>();
    for (String text : sql) {
      Matcher matcher = WRITTEN.matcher(text);
      while (matcher.find()) {
        if (tables.contains(matcher.group(1))) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }

  /** The columns that its updates set, as {@code table.column}. */
  Set<String> updated(Set<String> tables) {
    Set<String> found = new HashSet<>();
    for (String text : sql) {
      Matcher matcher = SET.matcher(text);
      while (matcher.find()) {
        if (tables.contains(matcher.group(1))) {
          for (String column : columns(text.substring(matcher.end()))) {
            found.add(matcher.group(1) + "." + column);
          }
        }
      }
    }
    return found;
  }

  /** What stands left of the equal signs of a SET clause, which ends at a word of its own. */
  private static List<String> columns(String assignments) {
    List<String> columns = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= assignments.length(); i++) {
      String rest = assignments.substring(i);
      boolean end =
          rest.isEmpty() || depth == 0 && rest.matches("(?s)\\s(where|from|returning)\\b.*");
      char c = end ? ',' : assignments.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
      if (depth < 0) {
        end = true;
        c = ',';
        depth = 0;
      }
      if (c == ',' && depth == 0) {
        String left = assignments.substring(start, i).split("=", 2)[0];
        Stream.of(left.replaceAll("[()\\s]", "").split(","))
            .filter(column -> column.matches("[a-z_0-9]+"))
            .forEach(columns::add);
        start = i + 1;
      }
      if (end) {
        break;
      }
    }
    return columns;
  }

  @Override
  public String toString() {
    return capability + "." + className;
  }

  private static final class Constants extends TreeScanner<Void, Void> {

    private final List<String> texts = new ArrayList<>();

    @Override
    public Void visitBinary(BinaryTree node, Void nothing) {
      if (node.getKind() != Tree.Kind.PLUS) {
        return super.visitBinary(node, nothing);
      }
      add(folded(node));
      return null;
    }

    @Override
    public Void visitLiteral(LiteralTree node, Void nothing) {
      add(folded(node));
      return null;
    }

    private String folded(Tree node) {
      if (node instanceof LiteralTree literal) {
        return literal.getValue() instanceof String text ? text : "?";
      }
      if (node instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
        return folded(sum.getLeftOperand()) + folded(sum.getRightOperand());
      }
      if (node instanceof ParenthesizedTree inner) {
        return folded(inner.getExpression());
      }
      scan(node, null);
      return "?";
    }

    private void add(String text) {
      texts.add(text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    }
  }
}
