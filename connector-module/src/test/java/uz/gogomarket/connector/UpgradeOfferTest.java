package uz.gogomarket.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UpgradeOfferTest {

  @Test
  void an_offer_in_the_head_is_not_handed_on_and_all_else_is() {
    assertThat(
            handedOn(
                "POST / HTTP/1.1\r\nuPGRADE: h2c\r\nHost: h\r\nContent-Length: 12\r\n\r\n"
                    + "x\r\nupgrade: y"))
        .isEqualTo(
            "POST / HTTP/1.1\r\nIgnored: h2c\r\nHost: h\r\nContent-Length: 12\r\n\r\n"
                + "x\r\nupgrade: y");
  }

  @Test
  void a_request_without_one_stays_as_it_is() {
    String request = "GET /upgrade: HTTP/1.1\r\nX-Upgrade: h2c\r\nHost: h\r\n\r\n";

    assertThat(handedOn(request)).isEqualTo(request);
  }

  private static String handedOn(String request) {
    byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
    boolean changed = UpgradeOffer.withdraw(bytes);
    String after = new String(bytes, StandardCharsets.US_ASCII);
    assertThat(changed).isEqualTo(!after.equals(request));
    return after;
  }
}
