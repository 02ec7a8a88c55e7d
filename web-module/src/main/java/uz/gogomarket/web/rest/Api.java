package uz.gogomarket.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST API. Resources are found by their annotations. */
@ApplicationScoped
@ApplicationPath(Api.PATH)
public class Api extends Application {

  public static final String PATH = "/api/v1";

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.server.wadl.disableWadl", true,
        "jersey.config.disableJsonBinding", true,
        "jersey.config.disableMoxyJson", true);
  }
}
