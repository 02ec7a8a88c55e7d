package uz.gogomarket.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts what must be kept and may not be read in the database (AES-256-GCM). Each text carries
 * the id of its key, so that keys can be rotated: new texts use the current key, old ones stay
 * readable as long as their key is kept.
 */
@ApplicationScoped
public class Cipher {

  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();

  @Inject
  @ConfigProperty(name = "gogomarket.secrets.dir")
  String secretsDirectory;

  @Inject Json json;

  private KeyFile keys = new KeyFile("", Map.of());

  /** The file {@code encryption-keys.json}: the id of the current key, and base64 keys by id. */
  record KeyFile(String current, Map<String, String> keys) {
    @Override
    public String toString() {
      return "KeyFile[current=" + current + "]";
    }
  }

  @PostConstruct
  void load() {
    Path file = Path.of(secretsDirectory, "encryption-keys.json");
    try {
      keys = json.read(Files.readString(file), KeyFile.class);
    } catch (IOException e) {
      throw new IllegalStateException("The encryption keys cannot be read from " + file, e);
    }
    key(keys.current());
  }

  public String encrypt(String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        apply(
            javax.crypto.Cipher.ENCRYPT_MODE,
            key(keys.current()),
            nonce,
            text.getBytes(StandardCharsets.UTF_8));
    byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return keys.current() + ":" + Base64.getEncoder().encodeToString(whole);
  }

  /**
   * @throws IllegalStateException if the text was changed or its key is gone
   */
  public String decrypt(String text) {
    int colon = text.indexOf(':');
    byte[] whole = Base64.getDecoder().decode(text.substring(colon + 1));
    byte[] nonce = java.util.Arrays.copyOf(whole, NONCE_BYTES);
    byte[] sealed = java.util.Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
    SecretKey key = key(text.substring(0, Math.max(colon, 0)));
    return new String(
        apply(javax.crypto.Cipher.DECRYPT_MODE, key, nonce, sealed), StandardCharsets.UTF_8);
  }

  private SecretKey key(String id) {
    String encoded = keys.keys().get(id);
    if (encoded == null) {
      throw new IllegalStateException("There is no encryption key with the id \"" + id + "\"");
    }
    return new SecretKeySpec(Base64.getDecoder().decode(encoded), "AES");
  }

  private static byte[] apply(int mode, SecretKey key, byte[] nonce, byte[] input) {
    try {
      javax.crypto.Cipher cipher = javax.crypto.Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The text cannot be encrypted or decrypted", e);
    }
  }
}
