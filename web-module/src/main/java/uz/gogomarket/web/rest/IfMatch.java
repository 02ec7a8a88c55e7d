package uz.gogomarket.web.rest;

import jakarta.ws.rs.HeaderParam;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Problem;
import uz.gogomarket.platform.ProblemException;
import uz.gogomarket.platform.StaleVersion;

/** The version that the client read, as a {@code @BeanParam} of what may only change that one. */
public class IfMatch {

  static final String HEADER = "If-Match";

  private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})\"");
  private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e]*\"");

  @HeaderParam(HEADER)
  @Parameter(required = true, description = "The ETag that you read", example = "\"3\"")
  @Nullable String tag;

  /**
   * @throws ProblemException 428 without the header, and for {@code *}, which names no version; 412
   *     where it can match nothing, as a weak tag never does
   * @throws InvalidInput if it is no tag, or more than one
   */
  public int version() {
    String given = tag == null ? "*" : tag.strip();
    if (given.equals("*")) {
      throw new VersionRequired();
    }
    if (!TAG.matcher(given).matches()) {
      throw InvalidInput.of(HEADER, "not_one_tag");
    }
    Matcher known = VERSION.matcher(given);
    if (!known.matches()) {
      throw new StaleVersion();
    }
    return Integer.parseInt(known.group(1));
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
