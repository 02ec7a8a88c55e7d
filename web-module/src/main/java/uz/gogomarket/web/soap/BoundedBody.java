package uz.gogomarket.web.soap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a body that may not be trusted, up to a limit that is low until somebody is known, and
 * keeps what was read.
 */
final class BoundedBody extends InputStream {

  /** Largest request, in bytes. */
  static final int MAX_BODY = 8 * 1024 * 1024;

  /** How much is read of somebody who is not known yet. */
  static final int MAX_HEADER = 64 * 1024;

  private final InputStream source;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(16 * 1024);
  private int limit = MAX_HEADER;

  BoundedBody(InputStream source) {
    this.source = source;
  }

  /** The caller is known: from here on the whole may be read. */
  void trust() {
    limit = MAX_BODY;
  }

  byte[] content() {
    return kept.toByteArray();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (kept.size() > limit) {
      throw WrongContent.tooLarge(limit);
    }
    int count = source.read(target, offset, Math.min(length, limit + 1 - kept.size()));
    if (count > 0) {
      kept.write(target, offset, count);
      if (kept.size() > limit) {
        throw WrongContent.tooLarge(limit);
      }
    }
    return count;
  }
}
