package uz.gogomarket.web.rest;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.Path;

/** Makes every resource {@link TriedAgain}, so that none can be forgotten. */
public class EveryResource implements Extension {

  void found(@Observes @WithAnnotations(Path.class) ProcessAnnotatedType<?> type) {
    if (type.getAnnotatedType().isAnnotationPresent(Path.class)) {
      type.configureAnnotatedType().add(new TriedAgain.Literal());
    }
  }
}
