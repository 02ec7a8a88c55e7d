package uz.gogomarket.workflow;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

/**
 * All that an expression of a workflow reaches: our own beans with the public methods that they
 * declare, the execution with its business key, and variables that are plain values. Nothing has a
 * class here, values have neither properties nor methods, and nothing can be assigned to. A bean
 * comes before a variable of its name, since variables are written by whoever completes a task.
 */
class StepElResolver extends ELResolver {

  private static final String EXECUTION = "execution";
  private static final String BUSINESS_KEY = "processBusinessKey";

  private static final Set<ValueType> PLAIN =
      Set.of(
          ValueType.NULL,
          ValueType.STRING,
          ValueType.BOOLEAN,
          ValueType.DATE,
          ValueType.SHORT,
          ValueType.INTEGER,
          ValueType.LONG,
          ValueType.DOUBLE);

  private final Function<String, Optional<StepBean>> beans;
  private final BeanELResolver calls = new BeanELResolver();

  StepElResolver(Function<String, Optional<StepBean>> beans) {
    this.beans = beans;
  }

  @Override
  public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
    context.setPropertyResolved(true);
    String name = property.toString();
    if (base instanceof DelegateExecution execution && name.equals(BUSINESS_KEY)) {
      return execution.getProcessBusinessKey();
    }
    if (base != null) {
      throw new PropertyNotFoundException("Expressions read no " + name + " of anything");
    }
    Object scope = context.getContext(VariableScope.class);
    if (scope instanceof DelegateExecution && name.equals(EXECUTION)) {
      return scope;
    }
    Optional<StepBean> bean = beans.apply(name);
    if (bean.isPresent()) {
      return bean.get();
    }
    if (scope instanceof VariableScope variables && variables.hasVariable(name)) {
      return plain(name, variables);
    }
    throw new PropertyNotFoundException("There is neither a bean nor a variable " + name);
  }

  /** Looks at the type first: an object would be made out of its bytes by looking at the value. */
  private static @Nullable Object plain(String name, VariableScope variables) {
    TypedValue value = variables.getVariableTyped(name, false);
    if (!PLAIN.contains(value.getType())) {
      throw new PropertyNotFoundException("The variable " + name + " is no plain value");
    }
    return value.getValue();
  }

  @Override
  public @Nullable Object invoke(
      ELContext context,
      Object base,
      Object method,
      Class<?> @Nullable [] types,
      Object @Nullable [] arguments) {
    context.setPropertyResolved(true);
    if (base instanceof StepBean bean && bean.declares(method.toString())) {
      return calls.invoke(context, bean.reference(), method, types, arguments);
    }
    throw new MethodNotFoundException("Expressions call methods of our own beans only");
  }

  @Override
  public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
    return null;
  }

  @Override
  public void setValue(
      ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
    throw new PropertyNotWritableException("Expressions assign to nothing");
  }

  @Override
  public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
    return true;
  }

  @Override
  public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(
      ELContext context, @Nullable Object base) {
    return null;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
    return Object.class;
  }
}
