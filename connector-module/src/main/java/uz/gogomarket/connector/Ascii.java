package uz.gogomarket.connector;

import java.util.function.IntPredicate;

/** Kinds of characters; texts of strangers are read with these alone, each character once. */
final class Ascii {

  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private Ascii() {}

  static boolean isDigit(int each) {
    return each >= '0' && each <= '9';
  }

  static boolean isHex(int each) {
    return isDigit(each) || (each >= 'A' && each <= 'F') || (each >= 'a' && each <= 'f');
  }

  static boolean isAlphanumeric(int each) {
    return isDigit(each) || (each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z');
  }

  /** What methods and names of headers are made of (RFC 9110, 5.6.2). */
  static boolean isToken(int each) {
    return isAlphanumeric(each) || TOKEN_MARKS.indexOf(each) >= 0;
  }

  /** Whether the text has something in it, and nothing else than that. */
  static boolean isOf(String text, IntPredicate kind) {
    return !text.isEmpty() && text.chars().allMatch(kind);
  }
}
