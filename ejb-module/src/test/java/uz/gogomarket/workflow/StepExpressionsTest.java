package uz.gogomarket.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.gogomarket.platform.Conflict;

/** What expressions reach in the scope of a running workflow, and that there is no other scope. */
class StepExpressionsTest {

  private static final Date DUE = Date.from(Instant.EPOCH);

  private final Execution execution = new Execution();
  private final StepExpressions expressions =
      new StepExpressions(
          name ->
              name.equals("steps")
                  ? Optional.of(new StepBean(Steps.class, new Proxied()))
                  : Optional.empty());

  @Test
  void a_step_calls_a_bean_with_the_business_key_and_variables() {
    execution.values.put("decision", Variables.stringValue("reject"));
    execution.values.put("amount", Variables.stringValue("1.00"));

    assertThat(value("${steps.decide(execution.processBusinessKey, decision, amount)}"))
        .isEqualTo("dispute:17 reject 1.00");
  }

  @Test
  void a_text_is_made_of_variables_and_a_deadline_is_one() {
    execution.values.put("orderNumber", Variables.stringValue("GM1"));
    execution.values.put("dueAt", Variables.dateValue(DUE));

    assertThat(value("Decide dispute over ${orderNumber}")).isEqualTo("Decide dispute over GM1");
    assertThat(value("${dueAt}")).isEqualTo(DUE);
    assertThat(value("${orderNumber == 'GM1' and not empty dueAt}")).isEqualTo(true);
  }

  @Test
  void a_bean_comes_before_a_variable_of_its_name() {
    execution.values.put("steps", Variables.stringValue("in the way"));
    execution.values.put("execution", Variables.stringValue("in the way"));

    assertThat(value("${steps.decide(execution.processBusinessKey, 'a', 'b')}"))
        .isEqualTo("dispute:17 a b");
  }

  @Test
  void a_refusal_by_a_bean_is_handed_on() {
    assertThatThrownBy(() -> value("${steps.refuse()}"))
        .isInstanceOf(ELException.class)
        .hasCauseInstanceOf(Conflict.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass()}",
        "${''.class}",
        "${''['class']}",
        "${steps.getClass()}",
        "${steps.class.classLoader}",
        "${steps.reference}",
        "${steps.reference()}",
        "${steps.hashCode()}",
        "${steps.inherited()}",
        "${steps.hidden()}",
        "${steps.common()}",
        "${execution.getClass()}",
        "${execution.processEngineServices}",
        "${execution.setVariable('decision', 'refund_full')}",
        "${execution['processEngine']}",
        "${text.length()}",
        "${text.bytes}",
        "${text.getClass().forName('java.lang.Runtime')}",
        "${list[0]}",
        "${list}",
        "${object}",
        "${array}",
        "${number.class}",
        "${true.getClass()}",
        "${(1).getClass()}",
        "${java.lang.Runtime}",
        "${engine}",
        "${task}",
        "${authenticatedUserId}",
        "${currentUser()}",
        "${dateTime()}",
        "${nobodyKnowsIt}",
      })
  void nothing_else_is_reached(String expression) {
    execution.values.put("text", Variables.stringValue("text"));
    execution.values.put("number", Variables.integerValue(1));
    execution.values.put("list", Variables.objectValue(List.of("a")).create());
    execution.values.put("object", Variables.objectValue(new ArrayList<>()).create());
    execution.values.put("array", Variables.byteArrayValue(new byte[1]));

    assertThatThrownBy(() -> value(expression)).isInstanceOf(ELException.class);
  }

  @Test
  void nothing_is_assigned_to() {
    execution.values.put("text", Variables.stringValue("text"));

    assertThatThrownBy(
            () ->
                expressions
                    .createValueExpression("${text}")
                    .setValue(expressions.getElContext(execution), "other"))
        .isInstanceOf(ELException.class);
  }

  @Test
  void where_no_workflow_runs_nothing_is_evaluated() {
    assertThatThrownBy(() -> expressions.getElContext(null))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("forbidden in queries");
  }

  private Object value(String expression) {
    ELContext context = expressions.getElContext(execution);
    return expressions.createValueExpression(expression).getValue(context);
  }

  /** A running workflow whose variables lie here. */
  private static final class Execution extends ExecutionEntity {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, TypedValue> values = new HashMap<>();

    @Override
    public String getProcessBusinessKey() {
      return "dispute:17";
    }

    @Override
    public boolean hasVariable(String name) {
      return values.containsKey(name);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the engine has it
    public <T extends TypedValue> T getVariableTyped(String name, boolean deserialized) {
      return (T) values.get(name);
    }
  }

  /** What the class of a bean inherits. */
  public static class Ancestor {
    public String inherited() {
      return "inherited";
    }
  }

  /** The class of a bean. */
  public static class Steps extends Ancestor {
    public String decide(String businessKey, String decision, String amount) {
      return businessKey + " " + decision + " " + amount;
    }

    public String refuse() {
      throw new Conflict("task_taken", "Somebody else has it");
    }

    public static String common() {
      return "common";
    }

    String hidden() {
      return "hidden";
    }
  }

  /** As the container hands it out. */
  public static class Proxied extends Steps {}
}
