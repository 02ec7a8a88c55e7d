package uz.gogomarket.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.eclipse.microprofile.metrics.Tag;
import uz.gogomarket.platform.Meters;

/** Requests by operation, and refusals by code. */
@ApplicationScoped
public class RequestMeters {

  /**
   * The request's attribute that names the operation: as the description does, or service and SOAP
   * operation.
   */
  public static final String OPERATION = "uz.gogomarket.operation";

  private static final Set<String> CODES =
      ResourceBundle.getBundle("problems", Locale.ROOT).keySet();

  @Inject Meters meters;

  void answered(Object operation, long nanos) {
    meters
        .requests(operation instanceof String known ? known : "other")
        .update(Duration.ofNanos(nanos));
  }

  /** Counts a refusal; codes that have no title count together. */
  public void refused(String code) {
    meters
        .counter(
            "problems",
            "Refusals and failures by their code",
            new Tag("code", CODES.contains(code) ? code : "other"))
        .inc();
  }
}
