package uz.gogomarket.web.soap;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers with a fault where no service does. */
final class FaultAnswer {

  private static final String RETRY_AFTER = "Retry-After";

  private FaultAnswer() {}

  static void write(RuntimeException refusal, SoapVersion version, HttpServletResponse response)
      throws IOException {
    SOAPMessage message = Faults.message(refusal, version);
    response.setStatus(status(refusal, version));
    response.setContentType(version.mediaType());
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    if (refusal instanceof CredentialsRequired) {
      response.setHeader(
          "WWW-Authenticate", "Basic realm=\"GoGoMarket partners\", charset=\"UTF-8\"");
    }
    sayWhenToRetry(refusal, response);
    try {
      message.writeTo(response.getOutputStream());
    } catch (SOAPException e) {
      throw new IOException("A fault cannot be written", e);
    }
  }

  /** Says when it is worth trying again, where it may be. */
  static void sayWhenToRetry(RuntimeException refusal, HttpServletResponse response) {
    Faults.retryAfter(refusal)
        .ifPresent(seconds -> response.setHeader(RETRY_AFTER, String.valueOf(seconds)));
  }

  private static int status(RuntimeException refusal, SoapVersion version) {
    if (refusal instanceof WrongContent content) {
      return content.status();
    }
    if (refusal instanceof CredentialsRequired) {
      return HttpServletResponse.SC_UNAUTHORIZED;
    }
    return Faults.problem(refusal) == null
        ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR
        : version.senderStatus();
  }
}
