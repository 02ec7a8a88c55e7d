package uz.gogomarket.connector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds out, byte by byte, where a request ends. */
final class RequestFraming {

  /** Largest head, in bytes; no more than the server's own reader takes. */
  static final int MAX_HEAD = 8 * 1024;

  /**
   * Largest body, in bytes, in one piece or in chunks: somewhat more than any door takes, so that
   * they can say in their own words what is too large for them.
   */
  static final long MAX_BODY = 10L * 1024 * 1024;

  private static final int MAX_SIZE_DIGITS = 8;
  private static final int HEX = 16;

  private enum State {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK_SIZE_END,
    CHUNK,
    CHUNK_END,
    CHUNK_END_END,
    COMPLETE
  }

  private final Rules rules;
  private final String local;
  private KeptBytes text = new KeptBytes();
  private State state = State.HEAD;
  private @Nullable RequestHead head;
  private byte previous;
  private int lineLength;
  private int digits;
  private boolean last;

  /** Bytes to come of the body, or of a chunk. */
  private long remaining;

  /** Of all chunks so far. */
  private long total;

  /**
   * @param local the address of ours that the request comes in at
   */
  RequestFraming(Rules rules, String local) {
    this.rules = rules;
    this.local = local;
  }

  /** Null until all of it has arrived. */
  @Nullable RequestHead head() {
    return head;
  }

  boolean isComplete() {
    return state == State.COMPLETE;
  }

  /** How much memory the head takes while it is unfinished. */
  int memory() {
    return text.memory();
  }

  /** Whether nothing of the request has arrived. */
  boolean isUntouched() {
    return state == State.HEAD && text.size() == 0;
  }

  /**
   * Reads on.
   *
   * @return how many of the bytes belong to this request
   * @throws Refusal as soon as the request turns out to be none that is taken
   */
  int feed(byte[] data) throws Refusal {
    int at = 0;
    while (at < data.length && state != State.COMPLETE) {
      if (state == State.BODY || state == State.CHUNK) {
        int step = (int) Math.min(remaining, data.length - at);
        remaining -= step;
        at += step;
        if (remaining == 0) {
          state = state == State.BODY ? State.COMPLETE : State.CHUNK_END;
        }
      } else {
        feed(data[at++]);
      }
    }
    return at;
  }

  private void feed(byte next) throws Refusal {
    switch (state) {
      case HEAD -> feedHead(next);
      case CHUNK_SIZE -> feedSize(next);
      case CHUNK_SIZE_END -> {
        require(next, '\n');
        state = last ? State.CHUNK_END : State.CHUNK;
      }
      case CHUNK_END -> {
        require(next, '\r');
        state = State.CHUNK_END_END;
      }
      case CHUNK_END_END -> {
        require(next, '\n');
        state = last ? State.COMPLETE : State.CHUNK_SIZE;
        digits = 0;
        remaining = 0;
      }
      default -> throw new IllegalStateException("Nothing is read one by one in " + state);
    }
  }

  private void feedHead(byte next) throws Refusal {
    if ((previous == '\r') != (next == '\n')) {
      throw Refusal.malformed("A line does not end with CR and LF.");
    }
    if (next >= 0 && next < ' ' && next != '\r' && next != '\n' && next != '\t' || next == 0x7f) {
      throw Refusal.malformed("The head of the request holds a control character.");
    }
    previous = next;
    text.write(next);
    if (text.size() > MAX_HEAD) {
      throw Refusal.headTooLarge();
    }
    if (next == '\n') {
      if (lineLength == 0) {
        endHead();
      }
      lineLength = 0;
    } else if (next != '\r') {
      lineLength++;
    }
  }

  private void endHead() throws Refusal {
    byte[] all = text.toByteArray();
    text = new KeptBytes();
    int withoutEnd = Math.max(0, all.length - "\r\n\r\n".length());
    RequestHead parsed = RequestHead.parse(Arrays.copyOf(all, withoutEnd));
    head = parsed;
    rules.check(parsed, local);
    if (parsed.length() > rules.maxBody()) {
      throw Refusal.bodyTooLarge();
    }
    remaining = parsed.length();
    if (parsed.chunked()) {
      state = State.CHUNK_SIZE;
    } else {
      state = remaining == 0 ? State.COMPLETE : State.BODY;
    }
  }

  /** Neither extensions of a chunk nor trailers are taken: no client of ours needs them. */
  private void feedSize(byte next) throws Refusal {
    int digit = Character.digit(next, HEX);
    if (digit >= 0 && digits < MAX_SIZE_DIGITS) {
      remaining = remaining * HEX + digit;
      digits++;
    } else if (next == '\r' && digits > 0) {
      last = remaining == 0;
      total += remaining;
      if (total > rules.maxBody()) {
        throw Refusal.bodyTooLarge();
      }
      state = State.CHUNK_SIZE_END;
    } else {
      throw Refusal.malformed("The size of a chunk is malformed.");
    }
  }

  private static void require(byte next, char expected) throws Refusal {
    if (next != expected) {
      throw Refusal.malformed("A chunk does not end with CR and LF.");
    }
  }
}
