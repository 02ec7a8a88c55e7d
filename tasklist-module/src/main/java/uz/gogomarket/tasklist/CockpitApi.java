package uz.gogomarket.tasklist;

import java.util.Set;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;

/** Cockpit's REST with refusals in our words. */
public class CockpitApi extends CockpitApplication {

  @Override
  public Set<Class<?>> getClasses() {
    return EngineRefusals.insteadOfTheirs(super.getClasses());
  }
}
