package uz.gogomarket.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RequestGateTest {

  private static final String ME = "127.0.0.1";
  private static final String STRANGER = "127.0.0.2";
  private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
  private static final String SLOW = "slow";

  /** Too much for what the system keeps between two sockets. */
  private static final int LARGE = 7 * 1024 * 1024;

  private final CountDownLatch slow = new CountDownLatch(1);
  private TestPort port;

  @BeforeEach
  void open() throws IOException {
    port =
        new TestPort(
            (head, local) -> {
              if (SLOW.equals(head.host())) {
                port.handedOn.add(SLOW);
                waitFor(slow);
              }
            });
  }

  @AfterEach
  void close() throws IOException {
    slow.countDown();
    port.close();
  }

  @Test
  void a_request_is_handed_on_when_it_is_whole() throws IOException {
    Socket socket = begin(ME, 100);
    assertThat(port.handedOn).isEmpty();

    TestPort.say(socket, "b".repeat(100));

    TestPort.hear(socket, TestPort.OK);
    assertThat(port.handedOn).singleElement().asString().endsWith("\r\n\r\n" + "b".repeat(100));
  }

  @Test
  void a_connection_that_is_kept_keeps_nothing_of_its_last_body() throws IOException {
    Socket socket = begin(ME, 60_000);
    TestPort.say(socket, "b".repeat(60_000));
    TestPort.hear(socket, TestPort.OK);

    Wire wire = port.wires.of(port.connections.element());
    assertThat(wire.memory()).isZero();
    assertThat(wire.claimed()).isZero();
  }

  @Test
  void unfinished_heads_count_and_are_given_back_at_the_end() throws IOException {
    port.fillBut(5000);

    Socket refused = port.say(STRANGER, "GET /0 HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(4000));

    assertThat(TestPort.hearOut(refused)).startsWith("HTTP/1.1 503 ");
    Socket small = begin(STRANGER, 10);
    assertThat(held(STRANGER)).isPositive();
    small.close();
    await().until(() -> held(STRANGER) == 0);
  }

  @Test
  void one_slow_connection_does_not_hold_the_clock_up() throws IOException {
    Socket late = begin(ME, 2);
    TestPort.say(port.connect(ME), "GET /0 HTTP/1.1\r\nHost: slow\r\n\r\n");
    await().until(() -> port.handedOn.contains(SLOW));

    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> port.pass(Duration.ofSeconds(11)));

    assertThat(TestPort.hearOut(late)).startsWith("HTTP/1.1 408 ");
  }

  @Test
  void what_comes_when_the_time_is_over_is_not_taken() throws IOException {
    Socket socket = begin(ME, 2);
    port.pass(Duration.ofSeconds(11));
    TestPort.say(socket, "{}");

    assertThat(TestPort.hearOut(socket)).startsWith("HTTP/1.1 408 ");
    assertThat(port.handedOn).isEmpty();
  }

  @Test
  void who_was_refused_while_a_piece_was_being_read_is_not_heard() throws IOException {
    Socket socket = get(ME, 0);
    TestPort.hear(socket, TestPort.OK);
    Wire wire = port.wires.of(port.connections.element());
    wire.refuse(Refusal.tooSlow());

    assertThatThrownBy(() -> wire.feed(new byte[] {'G'})).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> wire.take(new byte[] {'G'})).isInstanceOf(Refusal.class);
    assertThat(wire.hold(new byte[] {'G'})).isFalse();
    assertThat(wire.couldHold()).isFalse();
    assertThat(wire.memory()).isZero();
  }

  @Test
  void where_there_is_no_room_who_holds_most_gives_way() throws IOException {
    Socket greedy = begin(STRANGER, 60_000);
    TestPort.say(greedy, "b".repeat(50_000));
    await().until(() -> held(STRANGER) >= 50_000);
    port.fillBut((int) held(STRANGER));

    Socket modest = begin(ME, 2);
    TestPort.say(modest, "{}");

    TestPort.hear(modest, TestPort.OK);
    assertThat(TestPort.hearOut(greedy)).startsWith("HTTP/1.1 503 ").contains("Retry-After: ");
  }

  @Test
  void who_holds_most_makes_nobody_else_give_way() throws IOException {
    Socket modest = begin(ME, 2);
    Socket greedy = begin(STRANGER, 60_000);
    TestPort.say(greedy, "b".repeat(30_000));
    await().until(() -> held(STRANGER) >= 30_000);
    port.fillBut((int) (held(STRANGER) + held(ME)));

    TestPort.say(greedy, "b".repeat(20_000));

    assertThat(TestPort.hearOut(greedy)).startsWith("HTTP/1.1 503 ");
    TestPort.say(modest, "{}");
    TestPort.hear(modest, TestPort.OK);
  }

  @Test
  void a_network_with_too_many_connections_gets_no_further_one() throws IOException {
    for (int i = 0; i < Limits.CONNECTIONS; i++) {
      port.limits.tryConnect(InetAddress.getByName(STRANGER));
    }

    assertThat(TestPort.hearOut(port.connect(STRANGER))).isEmpty();
    TestPort.hear(get(ME, 0), TestPort.OK);
  }

  @Test
  void the_answer_to_a_large_body_gives_its_thread_to_the_next() throws IOException {
    Socket first = large(ME, "/0");
    TestPort.hear(first, TestPort.OK);

    Socket second = large(ME, "/0");

    TestPort.hear(second, TestPort.OK);
    port.pass(Duration.ofSeconds(3));
    assertThat(TestPort.hearOut(first)).isEmpty();
  }

  @Test
  void who_sends_all_of_a_large_body_that_nobody_reads_is_kept() throws IOException {
    Socket socket = large(ME, "/0");
    TestPort.hear(socket, TestPort.OK);
    TestPort.say(socket, "b".repeat(199_999));
    TestPort.say(socket, "GET /1 HTTP/1.1\r\nHost: h\r\n\r\n");
    TestPort.hear(socket, TestPort.OK + "x");

    port.pass(Duration.ofSeconds(3));

    TestPort.say(socket, "GET /2 HTTP/1.1\r\nHost: h\r\n\r\n");
    TestPort.hear(socket, TestPort.OK + "xx");
  }

  @Test
  void one_network_does_not_take_the_threads_of_all() throws IOException {
    large(STRANGER, "/silence");
    await().until(() -> port.handedOn.size() == 1);

    assertThat(TestPort.hearOut(large(STRANGER, "/silence"))).startsWith("HTTP/1.1 503 ");
    TestPort.hear(large(ME, "/0"), TestPort.OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a00001\r\n", "7fffffff\r\n", "x"})
  void a_body_that_turns_out_wrong_while_it_is_read_is_told_so(String size) throws IOException {
    Socket socket =
        port.say(
            ME,
            "PUT /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n11170\r\n"
                + "b".repeat(0x11170)
                + "\r\n");
    await().until(() -> port.handedOn.size() > 0);

    TestPort.say(socket, size);

    assertThat(TestPort.hearOut(socket))
        .startsWith(size.equals("x") ? "HTTP/1.1 400 " : "HTTP/1.1 413 ");
  }

  @Test
  void an_answer_that_is_left_unread_is_not_kept() throws IOException {
    Socket socket = get(ME, LARGE);
    TestPort.hear(socket, TestPort.OK);

    port.pass(Duration.ofSeconds(9));
    port.pass(Duration.ofSeconds(2));

    assertThat(TestPort.hearOut(socket).length()).isLessThan(LARGE);
  }

  @Test
  void who_asks_on_without_reading_is_cut_off() throws IOException {
    Socket socket = get(ME, LARGE);
    TestPort.hear(socket, TestPort.OK);

    TestPort.say(socket, "GET /0 HTTP/1.1\r\nHost: h\r\n\r\n");

    assertThat(TestPort.hearOut(socket).length()).isLessThan(LARGE);
  }

  @Test
  void a_network_that_reads_nothing_is_cut_off_and_others_are_not() throws IOException {
    TestPort.hear(get(STRANGER, LARGE), TestPort.OK);
    TestPort.hear(get(STRANGER, LARGE), TestPort.OK);

    assertThat(TestPort.hearOut(get(STRANGER, LARGE))).isEmpty();
    TestPort.hear(get(STRANGER, 1), TestPort.OK + "x");
    TestPort.hear(get(ME, LARGE), TestPort.OK + "x");
  }

  @Test
  void of_one_connection_no_more_than_one_answer_waits() throws IOException {
    Socket socket = get(ME, 0);
    TestPort.hear(socket, TestPort.OK);

    assertThat(port.connections.element())
        .extracting("maxAsyncWriteQueueSize")
        .isEqualTo(Limits.UNREAD_ANSWER);
  }

  private Socket get(String from, int size) throws IOException {
    return port.say(from, "GET /" + size + " HTTP/1.1\r\nHost: h\r\n\r\n");
  }

  private long held(String network) throws IOException {
    Limits.Peer peer = port.limits.tryConnect(InetAddress.getByName(network));
    long held = port.limits.reclaimable(peer);
    port.limits.disconnect(peer);
    return held;
  }

  /** A request whose head is there, and that waits for its body. */
  private Socket begin(String from, int length) throws IOException {
    Socket socket =
        port.say(
            from,
            "POST /0 HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: "
                + length
                + "\r\n\r\n");
    TestPort.hear(socket, CONTINUE);
    return socket;
  }

  /** A request whose body is not held back, with the first byte of 200 000. */
  private Socket large(String from, String path) throws IOException {
    return port.say(
        from, "POST " + path + " HTTP/1.1\r\nHost: h\r\nContent-Length: 200000\r\n\r\nb");
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
