package uz.gogomarket.web.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;

/** The body is larger than any request needs. */
class BodyTooLarge extends ClientErrorException {

  private static final long serialVersionUID = 1L;

  BodyTooLarge() {
    super(
        "The body is larger than " + RequestReader.MAX_BODY + " bytes.",
        Response.Status.REQUEST_ENTITY_TOO_LARGE);
  }
}
