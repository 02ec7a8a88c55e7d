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
        "jersey.config.server.wadl.disableWadl",
        true,
        // JSON is read and written by JsonBody alone; the server's own features step back.
        "jersey.config.jsonFeature",
        "JsonBody");
  }
}
