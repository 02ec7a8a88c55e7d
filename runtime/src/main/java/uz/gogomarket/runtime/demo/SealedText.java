package uz.gogomarket.runtime.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a text as the application does (AES-256-GCM, the key's id in front), so that it can read
 * what the demo marketplace hides in the database.
 */
final class SealedText {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final String keyId;
  private final SecretKey key;

  private SealedText(String keyId, SecretKey key) {
    this.keyId = keyId;
    this.key = key;
  }

  /**
   * @param secrets the folder with {@code encryption-keys.json}, which the runtime has written
   */
  static SealedText withKeysIn(Path secrets) throws IOException {
    String json = Files.readString(secrets.resolve("encryption-keys.json"));
    String current = value(json, "current");
    byte[] bytes = Base64.getDecoder().decode(value(json, current));
    return new SealedText(current, new SecretKeySpec(bytes, "AES"));
  }

  String of(String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] whole =
          ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return keyId + ":" + Base64.getEncoder().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES in GCM", e);
    }
  }

  private static String value(String json, String name) {
    Matcher found =
        Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("encryption-keys.json says nothing about " + name);
    }
    return found.group(1);
  }
}
