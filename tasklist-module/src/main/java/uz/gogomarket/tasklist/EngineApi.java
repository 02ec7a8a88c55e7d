package uz.gogomarket.tasklist;

import java.util.Set;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;

/** The engine's REST with refusals in our words: a sentence, field by field where it is a form. */
public class EngineApi extends EngineRestApplication {

  @Override
  public Set<Class<?>> getClasses() {
    return EngineRefusals.insteadOfTheirs(super.getClasses());
  }
}
