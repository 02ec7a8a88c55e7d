package uz.gogomarket.web.soap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;
import uz.gogomarket.platform.Violation;

/** Collects what the schema objects to, each with the path of the element where it is. */
final class Violations implements ErrorHandler {

  static final int MOST = 100;

  private final Deque<Step> path = new ArrayDeque<>();
  private final List<Violation> found = new ArrayList<>();

  /** An element on the way down, and how many of each name it has had. */
  private record Step(String text, Map<String, Integer> children) {
    Step(String text) {
      this(text, new HashMap<>());
    }
  }

  /** At the element of the operation, which is not named in paths. */
  void begin() {
    path.push(new Step(""));
  }

  void open(String name) {
    int position = path.element().children().merge(name, 1, Integer::sum);
    path.push(new Step(position == 1 ? name : name + "[" + position + "]"));
  }

  void close() {
    path.pop();
  }

  List<Violation> found() {
    return List.copyOf(found);
  }

  @Override
  public void warning(SAXParseException e) {
    // A warning of the validator is about the schema, not about the request.
  }

  @Override
  public void error(SAXParseException e) {
    String message = String.valueOf(e.getMessage());
    // The validator says once what is wrong with the value, and again that the element is wrong.
    if (message.startsWith("cvc-type.3.1.3")
        || message.startsWith("cvc-attribute.3")
        || message.startsWith("cvc-complex-type.2.2")
        || found.size() >= MOST) {
      return;
    }
    found.add(SchemaRule.violation(field(), message));
  }

  @Override
  public void fatalError(SAXParseException e) {
    error(e);
  }

  /** The path of the element that is open. */
  String field() {
    List<String> steps = new ArrayList<>();
    path.descendingIterator().forEachRemaining(step -> steps.add(step.text()));
    String field = String.join("/", steps.subList(Math.min(1, steps.size()), steps.size()));
    return field.isEmpty() ? "Body" : field;
  }
}
