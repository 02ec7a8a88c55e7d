package uz.gogomarket.connector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.glassfish.grizzly.asyncqueue.WritableMessage;
import org.jspecify.annotations.Nullable;

/**
 * One connection: the request that arrives on it now, what of it is held back, and how long it may
 * take. Bytes come from one thread at a time; answers, the clock and the end come from others.
 *
 * <p>What is to be done with the connection is decided under the lock and done without it; who
 * looks after all connections never waits for the lock of one.
 */
final class Wire {

  private static final Duration HEARING_OUT = Duration.ofSeconds(2);
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final long NEVER = Long.MAX_VALUE;

  private final PeerConnection connection;
  private final Limits limits;
  private final Limits.Peer peer;
  private final Rules rules;
  private final String local;
  private final ReentrantLock lock = new ReentrantLock();
  private KeptBytes held = new KeptBytes();
  private RequestFraming framing;
  private boolean waited;
  private boolean invited;
  private boolean closed;
  private long begun;
  private long received;
  private int unread;
  private long unreadSince = NEVER;
  private long deadline;

  /** When the answer to a request was begun that is still arriving. */
  private long answered = NEVER;

  /** Who was refused, if it was a SOAP caller. */
  private volatile @Nullable SoapCaller soap;

  private volatile int claimed;
  private volatile boolean streaming;
  private volatile boolean refused;

  private enum Verdict {
    STAYS,
    REFUSED,
    CUT
  }

  Wire(PeerConnection connection, Limits limits, Limits.Peer peer, Rules rules) {
    this.connection = connection;
    this.limits = limits;
    this.peer = peer;
    this.rules = rules;
    this.local = connection.local();
    framing = new RequestFraming(rules, local);
    deadline = limits.now() + limits.arrival(0).toMillis();
  }

  Limits.Peer peer() {
    return peer;
  }

  /** How much memory the request takes that is not whole yet. */
  int claimed() {
    return claimed;
  }

  /** Reads on in the request; tells how many of the bytes belong to it. */
  int feed(byte[] data) throws Refusal {
    lock.lock();
    try {
      if (refused) {
        throw Refusal.tooSlow();
      }
      if (framing.isUntouched()) {
        begun = limits.now();
        received = 0;
      }
      int used = framing.feed(data);
      received += used;
      deadline = framing.isComplete() ? NEVER : begun + limits.arrival(received).toMillis();
      return used;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a client asks on and on without reading what it was answered. */
  boolean isNotListening() {
    return connection.unwritten() > Limits.SMALL_ANSWER;
  }

  boolean isComplete() {
    return framing.isComplete();
  }

  /** Whether what arrives is handed on at once. */
  boolean isStreaming() {
    return streaming;
  }

  boolean isRefused() {
    return refused;
  }

  /** Whether the body is too large to be held back until it is whole. */
  boolean isTooLargeToHold(int more) {
    RequestHead head = framing.head();
    return head != null
        && (head.length() > Limits.HELD_BODY || held.size() + more > Limits.HELD_BODY);
  }

  /** From here on what arrives is handed on at once, and a thread waits for the rest. */
  void startStreaming() throws Refusal {
    lock.lock();
    try {
      if (closed || refused || !limits.tryThread(peer)) {
        throw Refusal.busy();
      }
      waited = true;
      streaming = true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Keeps what has arrived.
   *
   * @return whether there is room for it
   */
  boolean hold(byte[] data) {
    lock.lock();
    try {
      if (!closed && !refused) {
        held.writeBytes(data);
      }
      return claim();
    } finally {
      lock.unlock();
    }
  }

  /** Claims the memory for what is kept, if there is as much now. */
  boolean claim() {
    lock.lock();
    try {
      int memory = memory();
      if (closed || refused || !limits.tryHold(peer, memory - claimed)) {
        return false;
      }
      claimed = memory;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Whether there would be room if others gave way. */
  boolean couldHold() {
    lock.lock();
    try {
      return !closed && !refused && limits.isWithinShare(peer, memory() - claimed);
    } finally {
      lock.unlock();
    }
  }

  /** How much what is kept here takes. */
  int memory() {
    return held.memory() + framing.memory();
  }

  boolean holdsNothing() {
    return held.size() == 0;
  }

  /** All that was kept, and what has come now. */
  byte[] take(byte[] data) throws Refusal {
    lock.lock();
    try {
      if (refused) {
        throw Refusal.busy();
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream(held.size() + data.length);
      all.writeBytes(held.toByteArray());
      all.writeBytes(data);
      giveBack();
      return all.toByteArray();
    } finally {
      lock.unlock();
    }
  }

  private void giveBack() {
    limits.release(peer, claimed);
    claimed = 0;
    held = new KeptBytes();
  }

  /** Tells a client that waits for it to send the body. */
  void invite() {
    RequestHead head = framing.head();
    if (head != null && head.expectsContinue() && !invited) {
      invited = true;
      connection.say(CONTINUE);
    }
  }

  /** The request is whole; the next one may come. */
  void next() {
    lock.lock();
    try {
      framing = new RequestFraming(rules, local);
      invited = false;
      streaming = false;
      answered = NEVER;
      returnThread();
    } finally {
      lock.unlock();
    }
  }

  /** Answers, hangs up, and listens for a moment: who is cut off while sending hears no answer. */
  void refuse(Refusal refusal) {
    boolean first;
    boolean broken;
    lock.lock();
    try {
      broken = answered != NEVER;
      first = markRefused();
    } finally {
      lock.unlock();
    }
    if (broken) {
      connection.cut();
    } else if (first) {
      answer(refusal);
    }
  }

  /**
   * Makes the client try again later, so that others find room.
   *
   * @return whether that gave any back
   */
  boolean giveWay() {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      if (claimed == 0 || !markRefused()) {
        return false;
      }
    } finally {
      lock.unlock();
    }
    answer(Refusal.busy());
    return true;
  }

  private boolean markRefused() {
    if (refused || closed) {
      return false;
    }
    refused = true;
    deadline = limits.now() + HEARING_OUT.toMillis();
    RequestHead head = framing.head();
    soap = head == null ? null : head.soap();
    giveBack();
    framing = new RequestFraming(rules, local);
    returnThread();
    return true;
  }

  private void answer(Refusal refusal) {
    connection.sayAndHangUp(refusal.answer(soap));
  }

  /**
   * Something of an answer is to be written.
   *
   * @param provisional whether it only asks for the body
   * @throws IOException where too much waits already for clients that do not read, or where the
   *     request was refused meanwhile
   */
  void answer(WritableMessage message, boolean provisional) throws IOException {
    boolean bearable;
    lock.lock();
    try {
      if (refused && !connection.isOwn(message)) {
        throw new IOException("The request was refused");
      }
      if (streaming && !provisional) {
        answered = limits.now();
        returnThread();
      }
      bearable = closed || measure(connection.unwritten() + message.remaining());
    } finally {
      lock.unlock();
    }
    if (!bearable) {
      connection.cut();
      throw new IOException("Too many answers are not read");
    }
  }

  private boolean measure(int now) {
    boolean bearable = limits.bears(peer, unread, now);
    unread = now;
    unreadSince = now == 0 ? NEVER : Math.min(unreadSince, limits.now());
    return bearable;
  }

  /** Ends what takes too long; a connection that something is just done with is left for later. */
  void look() {
    if (!lock.tryLock()) {
      return;
    }
    Verdict verdict;
    try {
      verdict = closed ? Verdict.STAYS : judge(limits.now());
    } finally {
      lock.unlock();
    }
    switch (verdict) {
      case CUT -> connection.cut();
      case REFUSED -> answer(Refusal.tooSlow());
      case STAYS -> {
        // all is well
      }
    }
  }

  private Verdict judge(long now) {
    measure(connection.unwritten());
    if (unreadSince != NEVER && now - unreadSince > limits.departure.toMillis()) {
      return Verdict.CUT;
    }
    if (answered != NEVER && !refused) {
      // Nobody reads the rest of this body any more.
      boolean heard = unread == 0 && now - answered > HEARING_OUT.toMillis();
      return heard ? Verdict.CUT : Verdict.STAYS;
    }
    if (streaming && !refused && now > deadline && connection.isUnheard()) {
      begun = now;
      received = 0;
      deadline = begun + limits.arrival(0).toMillis();
    }
    if (now <= deadline) {
      return Verdict.STAYS;
    }
    if (refused || streaming || framing.isUntouched()) {
      return Verdict.CUT;
    }
    return markRefused() ? Verdict.REFUSED : Verdict.STAYS;
  }

  void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        giveBack();
        limits.bears(peer, unread, 0);
        returnThread();
        limits.disconnect(peer);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whoever is answered, or refused, keeps nobody waiting for the rest of the body. */
  private void returnThread() {
    if (waited) {
      waited = false;
      limits.returnThread(peer);
    }
  }
}
