package uz.gogomarket.workflow;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first name of an expression among the CDI beans with a name, EJBs included. Variables
 * of the process come first. The expression language is the engine's own copy, not the server's.
 */
class CdiElResolver extends ELResolver {

  private final BeanManager beans;

  CdiElResolver(BeanManager beans) {
    this.beans = beans;
  }

  /** An expression manager that knows the beans. */
  static JuelExpressionManager expressionManager(BeanManager manager) {
    return new JuelExpressionManager() {
      @Override
      protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new CdiElResolver(manager));
        resolver.add(new ArrayELResolver());
        resolver.add(new ListELResolver());
        resolver.add(new MapELResolver());
        resolver.add(new BeanELResolver());
        return resolver;
      }
    };
  }

  @Override
  public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
    if (base != null) {
      return null;
    }
    Set<Bean<?>> found = beans.getBeans(property.toString());
    if (found.isEmpty()) {
      return null;
    }
    Bean<?> bean = beans.resolve(found);
    if (bean.getScope() == Dependent.class && !isEjb(bean)) {
      throw new IllegalStateException(
          property + " needs a scope, else each call leaves an instance behind");
    }
    context.setPropertyResolved(true);
    return beans.getReference(bean, bean.getBeanClass(), beans.createCreationalContext(bean));
  }

  private static boolean isEjb(Bean<?> bean) {
    return bean.getBeanClass().isAnnotationPresent(Stateless.class);
  }

  @Override
  public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
    return null;
  }

  @Override
  public void setValue(
      ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
    // Beans are not assigned to; the resolvers before this one take the variables.
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
