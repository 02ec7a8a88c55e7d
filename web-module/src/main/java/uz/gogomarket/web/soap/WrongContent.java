package uz.gogomarket.web.soap;

import java.util.List;
import uz.gogomarket.platform.InvalidInput;
import uz.gogomarket.platform.Violation;

/** What was sent is not read at all, with the HTTP status that says so. */
class WrongContent extends InvalidInput {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private WrongContent(int status, String code, Violation violation) {
    super(List.of(violation));
    this.status = status;
    this.code = code;
  }

  static WrongContent tooLarge(int limit) {
    return new WrongContent(
        413, "body_too_large", Violation.of("Envelope", "too_many_bytes", limit));
  }

  static WrongContent notSoap() {
    return new WrongContent(
        415, "unsupported_media_type", Violation.of("Content-Type", "soap_media_type"));
  }

  int status() {
    return status;
  }

  @Override
  public String code() {
    return code;
  }
}
