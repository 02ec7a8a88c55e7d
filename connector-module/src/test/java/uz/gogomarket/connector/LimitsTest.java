package uz.gogomarket.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final int SHARE = (int) Limits.HELD_SHARE;

  private final Limits limits =
      new Limits(TEN_SECONDS, TEN_SECONDS, 4, new Networks("10.0.0.0/8"), () -> 0);
  private final Limits.Peer stranger = peer("192.0.2.1");
  private final Limits.Peer other = peer("192.0.2.2");
  private final Limits.Peer proxy = peer("10.1.1.1");

  @Test
  void a_network_holds_its_share_and_leaves_the_rest_to_others() {
    assertThat(limits.tryHold(stranger, SHARE)).isTrue();
    assertThat(limits.tryHold(stranger, 1)).isFalse();
    assertThat(limits.tryHold(peer("192.0.2.1"), 1)).isFalse();
    assertThat(limits.tryHold(other, SHARE)).isTrue();

    limits.release(stranger, 1);

    assertThat(limits.tryHold(stranger, 1)).isTrue();
  }

  @Test
  void a_trusted_proxy_speaks_for_many_and_holds_all_there_is() {
    int all = (int) Limits.HELD_BODIES;
    assertThat(limits.tryHold(proxy, all)).isTrue();
    assertThat(limits.tryHold(proxy, 1)).isFalse();
    assertThat(limits.tryHold(stranger, 1)).isFalse();
    assertThat(limits.reclaimable(proxy)).isZero();
  }

  @Test
  void a_proxy_in_the_same_64_does_not_make_strangers_trusted() {
    Limits own = new Limits(TEN_SECONDS, TEN_SECONDS, 4, new Networks("2001:db8::1"), () -> 0);
    Limits.Peer trusted = peer(own, "2001:db8::1");
    Limits.Peer beside = peer(own, "2001:db8::2");

    assertThat(own.tryHold(beside, SHARE + 1)).isFalse();
    assertThat(own.tryHold(trusted, SHARE + 1)).isTrue();
  }

  @Test
  void a_network_has_so_many_connections_and_a_trusted_proxy_has_more() {
    for (int i = 1; i < Limits.CONNECTIONS; i++) {
      peer("192.0.2.1");
    }
    assertThat(limits.tryConnect(address("192.0.2.1"))).isNull();
    assertThat(limits.tryConnect(address("192.0.2.3"))).isNotNull();
    for (int i = 0; i < 2 * Limits.CONNECTIONS; i++) {
      peer("10.1.1.1");
    }

    limits.disconnect(stranger);

    assertThat(limits.tryConnect(address("192.0.2.1"))).isNotNull();
  }

  @Test
  void half_of_the_threads_wait_for_one_network() {
    assertThat(limits.tryThread(stranger)).isTrue();
    assertThat(limits.tryThread(stranger)).isTrue();
    assertThat(limits.tryThread(stranger)).isFalse();
    assertThat(limits.tryThread(proxy)).isTrue();
    assertThat(limits.tryThread(proxy)).isTrue();
    assertThat(limits.tryThread(other)).isFalse();

    limits.returnThread(stranger);

    assertThat(limits.tryThread(other)).isTrue();
  }

  @Test
  void large_answers_that_a_network_does_not_read_are_borne_up_to_its_share() {
    int share = (int) Limits.UNREAD_SHARE;
    assertThat(limits.bears(stranger, 0, share)).isTrue();
    assertThat(limits.bears(stranger, 0, Limits.SMALL_ANSWER + 1)).isFalse();
    assertThat(limits.bears(other, 0, Limits.SMALL_ANSWER + 1)).isTrue();
    assertThat(limits.bears(stranger, share, 0)).isTrue();
    assertThat(limits.bears(stranger, 0, Limits.SMALL_ANSWER + 1)).isTrue();
  }

  @Test
  void however_much_is_unread_small_answers_are_written() {
    limits.bears(proxy, 0, (int) Limits.UNREAD_ANSWERS);

    assertThat(limits.bears(other, 0, Limits.SMALL_ANSWER)).isTrue();
    assertThat(limits.bears(other, Limits.SMALL_ANSWER, Limits.SMALL_ANSWER + 1)).isFalse();
    assertThat(limits.bears(proxy, 0, Limits.SMALL_ANSWER + 1)).isFalse();
  }

  @Test
  void who_sends_more_may_take_longer() {
    assertThat(limits.arrival(0)).isEqualTo(TEN_SECONDS);
    assertThat(limits.arrival(1024 * 1024)).isEqualTo(TEN_SECONDS.plusSeconds(64));
  }

  private Limits.Peer peer(String address) {
    return peer(limits, address);
  }

  private static Limits.Peer peer(Limits limits, String address) {
    Limits.Peer peer = limits.tryConnect(address(address));
    assertThat(peer).isNotNull();
    return peer;
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
