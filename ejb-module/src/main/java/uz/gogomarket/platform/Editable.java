package uz.gogomarket.platform;

/** What a client may change if it says which version of it it has read. */
public interface Editable {

  /** Grows with every change. */
  int version();
}
