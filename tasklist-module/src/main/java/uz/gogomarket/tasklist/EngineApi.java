package uz.gogomarket.tasklist;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;

/** The engine's REST with refusals in our words: a sentence, field by field where it is a form. */
public class EngineApi extends EngineRestApplication {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(super.getClasses());
    classes.remove(RestExceptionHandler.class);
    classes.remove(ProcessEngineExceptionHandler.class);
    classes.add(RestRefusals.class);
    classes.add(EngineRefusals.class);
    return classes;
  }
}
