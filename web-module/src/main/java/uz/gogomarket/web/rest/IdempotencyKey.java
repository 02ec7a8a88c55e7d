package uz.gogomarket.web.rest;

import jakarta.ws.rs.HeaderParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Violation;

/** What a client calls its request, as a {@code @BeanParam} of what may happen only once. */
public class IdempotencyKey {

  static final String HEADER = "Idempotency-Key";

  @HeaderParam(HEADER)
  @Parameter(
      required = true,
      description = "Yours, anew for each request; the same again is answered the same again",
      example = "5f1c9a52-5d0e-4f0e-9f57-0d6a5d1f2c11")
  @Nullable String key;

  /**
   * @throws InvalidInput without the header
   */
  String required() {
    if (key == null) {
      throw new IdempotencyKeyRequired();
    }
    return key;
  }

  private static final class IdempotencyKeyRequired extends InvalidInput {
    private static final long serialVersionUID = 1L;

    IdempotencyKeyRequired() {
      super(List.of(Violation.of(HEADER, "required")));
    }

    @Override
    public String code() {
      return "idempotency_key_required";
    }
  }
}
