package uz.gogomarket.platform;

import java.io.Serializable;

/** What is wrong with one field of the input, named as the client wrote it. */
public record Violation(String field, String message) implements Serializable {

  Violation under(String path) {
    return new Violation(path + "." + field, message);
  }
}
