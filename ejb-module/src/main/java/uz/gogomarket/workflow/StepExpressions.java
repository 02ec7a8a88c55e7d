package uz.gogomarket.workflow;

import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of the workflows' steps. They reach what {@link StepElResolver} says, and no
 * function. They are evaluated for a running workflow only; what is evaluated for none comes out of
 * a query, where the engine lets whoever asks write expressions, and is refused, however deep in
 * whichever query it stands. The expression language is the engine's own copy, not the server's.
 */
class StepExpressions extends JuelExpressionManager {

  private final ELResolver resolver;

  StepExpressions(Function<String, Optional<StepBean>> beans) {
    this.resolver = new StepElResolver(beans);
  }

  static StepExpressions over(BeanManager beans) {
    return new StepExpressions(name -> StepBean.named(name, beans));
  }

  /** Every evaluation by the engine asks for its context here; queries have no scope. */
  @Override
  public ELContext getElContext(@Nullable VariableScope scope) {
    if (scope == null) {
      throw new BadUserRequestException("Expressions are forbidden in queries");
    }
    return super.getElContext(scope);
  }

  @Override
  protected ELResolver createElResolver() {
    return resolver;
  }

  @Override
  protected FunctionMapper createFunctionMapper() {
    return new FunctionMapper() {
      @Override
      public @Nullable Method resolveFunction(String prefix, String name) {
        return null;
      }
    };
  }
}
