package uz.gogomarket.web.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes the headers of answers: each once, and then where it is sent. */
final class OpenApiHeaders {

  private static final String POLICY = "RateLimit-Policy";
  private static final String LIMIT = "RateLimit";

  private final Map<String, Schema> schemas;

  OpenApiHeaders(OpenAPI api) {
    schemas = api.getComponents().getSchemas();
    define(api, RequestScope.REQUEST_ID, "Names this call in the server's log.", "7b0c1d2e");
    define(
        api,
        POLICY,
        "The budget: `q` requests in a window of `w` seconds; absent where there is none.",
        "\"requests\";q=600;w=60");
    define(
        api,
        LIMIT,
        "What is left of it: `r` requests, and it is whole again in `t` seconds.",
        "\"requests\";r=599;t=1");
    define(api, HttpHeaders.RETRY_AFTER, "Seconds to wait before the next try.", "10");
    define(
        api,
        HttpHeaders.ETAG,
        "The version; send it as `If-Match` to change just this one, or as `If-None-Match`.",
        "\"3\"");
    define(
        api,
        HttpHeaders.LINK,
        "The next page, as `rel=\"next\"`; absent on the last.",
        "</api/v1/products?cursor=bmV3ZXN0&limit=24>; rel=\"next\"");
    define(
        api,
        HttpHeaders.LOCATION,
        "The address of what was made; absent where it has none.",
        "/api/v1/orders/GM00021471");
    define(api, Idempotent.REPLAYED, "`true` where the same request was answered before.", "true");
    define(api, HttpHeaders.CACHE_CONTROL, "How long a copy may be used.", "public, max-age=10");
  }

  void describe(Operation operation) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) -> {
              send(answer, RequestScope.REQUEST_ID);
              send(answer, POLICY);
              send(answer, LIMIT);
              if (status.equals("429")) {
                send(answer, HttpHeaders.RETRY_AFTER);
              }
              if (status.startsWith("2")) {
                describeSuccess(operation, status, answer);
              }
            });
  }

  private void describeSuccess(Operation operation, String status, APIResponse answer) {
    boolean kept = operation.getResponses().hasAPIResponse("304");
    if (kept || hasVersion(answer)) {
      send(answer, HttpHeaders.ETAG);
    }
    if (kept) {
      send(answer, HttpHeaders.CACHE_CONTROL);
    }
    if (OpenApiDescription.takes(operation, "cursor")) {
      send(answer, HttpHeaders.LINK);
    }
    if (status.equals("201")) {
      send(answer, HttpHeaders.LOCATION);
    }
    if (OpenApiDescription.takes(operation, IdempotencyKey.HEADER)) {
      send(answer, Idempotent.REPLAYED);
    }
  }

  private boolean hasVersion(APIResponse answer) {
    Content content = answer.getContent();
    if (content == null || content.getMediaType("application/json") == null) {
      return false;
    }
    Schema schema = content.getMediaType("application/json").getSchema();
    String reference = schema == null ? null : schema.getRef();
    Schema form =
        reference == null
            ? schema
            : schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
    return form != null
        && form.getProperties() != null
        && form.getProperties().containsKey("version");
  }

  private static void define(OpenAPI api, String name, String description, String example) {
    Header header =
        OASFactory.createHeader()
            .description(description)
            .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
            .example(example);
    api.getComponents().addHeader(name, header);
  }

  private static void send(APIResponse answer, String name) {
    answer.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name));
  }
}
