package uz.gogomarket.web.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uz.gogomarket.platform.Problem;
import uz.gogomarket.platform.ProblemException;
import uz.gogomarket.platform.StaleVersion;

/** Versions of editable things: {@code ETag} out, {@code If-Match} in. */
public final class Versions {

  private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

  private Versions() {}

  /**
   * The version that the client read, from its {@code If-Match}.
   *
   * @throws ProblemException 428 without the header, 412 where it can match nothing
   */
  public static int required() {
    String header = Exchange.current().ifMatch();
    if (header == null) {
      throw new VersionRequired();
    }
    Matcher tag = TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw new StaleVersion();
    }
    return Integer.parseInt(tag.group(1));
  }

  /** 200 with the body and its version. */
  public static Response ok(Object body, int version) {
    return Response.ok(body).tag(new EntityTag(String.valueOf(version))).build();
  }

  private static final class VersionRequired extends ProblemException {
    private static final long serialVersionUID = 1L;

    VersionRequired() {
      super(
          Problem.PRECONDITION_REQUIRED,
          "version_required",
          "Send the ETag that you read as If-Match.");
    }
  }
}
