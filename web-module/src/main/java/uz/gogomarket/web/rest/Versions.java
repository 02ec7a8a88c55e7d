package uz.gogomarket.web.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

/** Versions of editable things: {@code ETag} out, {@link IfMatch} in. */
public final class Versions {

  private Versions() {}

  /** 200 with the body and its version. */
  public static Response ok(Object body, int version) {
    return Response.ok(body).tag(new EntityTag(String.valueOf(version))).build();
  }
}
