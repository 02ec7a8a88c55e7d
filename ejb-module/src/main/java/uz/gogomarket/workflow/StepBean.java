package uz.gogomarket.workflow;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a step of a workflow calls: one of our own CDI beans with a name, EJBs included.
 *
 * @param type the class that says which methods there are
 * @param reference what to call them on, a proxy of that class
 */
record StepBean(Class<?> type, Object reference) {

  private static final String OURS = "uz.gogomarket.";

  /** The bean with this name, if it is one of ours. */
  static Optional<StepBean> named(String name, BeanManager beans) {
    Set<Bean<?>> found = beans.getBeans(name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Bean<?> bean = beans.resolve(found);
    Class<?> type = bean.getBeanClass();
    if (!type.getName().startsWith(OURS)) {
      return Optional.empty();
    }
    if (bean.getScope() == Dependent.class && !type.isAnnotationPresent(Stateless.class)) {
      throw new IllegalStateException(
          name + " needs a scope, else each call leaves an instance behind");
    }
    return Optional.of(
        new StepBean(type, beans.getReference(bean, type, beans.createCreationalContext(bean))));
  }

  /** Whether the class itself has such a public method; what it inherits does not count. */
  boolean declares(String method) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(each -> each.getName().equals(method))
        .mapToInt(Method::getModifiers)
        .anyMatch(modifiers -> Modifier.isPublic(modifiers) && !Modifier.isStatic(modifiers));
  }
}
