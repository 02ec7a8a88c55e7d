package uz.gogomarket.connector;

import java.io.ByteArrayOutputStream;

/** Bytes that wait for those to come, and how much memory that takes. */
final class KeptBytes extends ByteArrayOutputStream {

  KeptBytes() {
    super(0);
  }

  /** More than there are bytes: the array grows ahead of them. */
  int memory() {
    return buf.length;
  }
}
