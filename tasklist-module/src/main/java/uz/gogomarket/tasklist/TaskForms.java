package uz.gogomarket.tasklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/** What the forms of tasks send: their fields, but for those that only show something. */
final class TaskForms {

  private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)\\s[^>]*>");
  private static final Pattern NAME = Pattern.compile("\\scam-variable-name=\"(\\w+)\"");
  private static final Pattern TYPE = Pattern.compile("\\scam-variable-type=\"(\\w+)\"");
  private static final Pattern ONLY_SHOWN = Pattern.compile("\\s(?:readonly|disabled)[\\s=>]");

  private final ProcessEngine engine;

  TaskForms(ProcessEngine engine) {
    this.engine = engine;
  }

  /** The variables that the task's form sends, each with its type; none where there is no form. */
  Map<String, String> variables(String taskId) {
    Task task =
        engine
            .getTaskService()
            .createTaskQuery()
            .taskId(taskId)
            .initializeFormKeys()
            .singleResult();
    if (task == null || task.getFormKey() == null) {
      return Map.of();
    }
    try (InputStream form = engine.getFormService().getDeployedTaskForm(taskId)) {
      return variablesIn(new String(form.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> variablesIn(String form) {
    Map<String, String> variables = new LinkedHashMap<>();
    Matcher fields = FIELD.matcher(form);
    while (fields.find()) {
      Matcher name = NAME.matcher(fields.group());
      Matcher type = TYPE.matcher(fields.group());
      if (name.find() && type.find() && !ONLY_SHOWN.matcher(fields.group()).find()) {
        variables.put(name.group(1), type.group(1));
      }
    }
    return variables;
  }
}
