package uz.gogomarket.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The administration that these tests deploy through, as other users of the machine meet it. */
class AdministrationIT {

  /** What stands in the archive of Payara that everybody can download. */
  private static final String PUBLISHED = "15827a57-7e55-41eb-8fcc-b3a03544e677";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/__asadmin/version",
        "/__asadmin/list-applications",
        "/__asadmin/create-system-properties?DEFAULT=a=b"
      })
  void the_published_indicator_lets_nobody_in(String command) throws Exception {
    assertThat(ask(command, "X-GlassFish-admin", PUBLISHED).body()).contains("LoginException");
  }

  @ParameterizedTest
  @CsvSource({"admin:,401", "admin:admin,401", "admin:changeit,401"})
  void only_the_password_of_this_start_lets_in(String guess, int status) throws Exception {
    String domain = "/management/domain/version";

    assertThat(ask(domain, "Authorization", basic(guess)).statusCode()).isEqualTo(status);
    assertThat(ask(domain, "Authorization", basic("admin:" + password())).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_browsers_pages_do_not_even_get_to_the_password() throws Exception {
    HttpResponse<String> answer =
        ask(
            "/management/domain",
            "Origin",
            "http://localhost",
            "Authorization",
            basic("admin:" + password()));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> ask(String path, String... headers) throws Exception {
    URI address =
        URI.create("http://127.0.0.1:" + System.getProperty("arquillian.admin.port") + path);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/json")
            .headers(headers)
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String password() {
    return System.getProperty("arquillian.admin.password");
  }
}
