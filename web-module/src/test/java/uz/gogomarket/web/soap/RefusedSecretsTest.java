package uz.gogomarket.web.soap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import uz.gogomarket.platform.TooManyRequests;

class RefusedSecretsTest {

  private static final String PROXY = "192.0.2.1";
  private static final String ELSEWHERE = "198.51.100.1";

  private final RefusedSecrets secrets = new RefusedSecrets();

  @Test
  void who_tries_secrets_out_is_not_listened_to_after_a_while_whatever_the_key() {
    guess(PROXY, "made up", 1000);

    assertThatThrownBy(() -> secrets.requireTrust(PROXY, "another"))
        .isInstanceOf(TooManyRequests.class);
    assertThatCode(() -> secrets.requireTrust(ELSEWHERE, "another")).doesNotThrowAnyException();
  }

  @Test
  void a_key_that_was_right_there_before_is_listened_to_beside_those_who_guess() {
    secrets.accepted(PROXY, "partner");
    guess(PROXY, "made up", 1000);

    assertThatCode(() -> secrets.requireTrust(PROXY, "partner")).doesNotThrowAnyException();
  }

  @Test
  void the_secret_of_a_key_cannot_be_guessed_for_ever_where_it_is_known() {
    secrets.accepted(PROXY, "partner");
    guess(PROXY, "partner", 1000);

    assertThatThrownBy(() -> secrets.requireTrust(PROXY, "partner"))
        .isInstanceOf(TooManyRequests.class);
    assertThatCode(() -> secrets.requireTrust(PROXY, "another")).doesNotThrowAnyException();
  }

  private void guess(String address, String keyId, int times) {
    for (int i = 0; i < times; i++) {
      secrets.refused(address, keyId);
    }
  }
}
