package uz.gogomarket.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the code (HMAC-SHA-256) by which the database believes who is acting: a statement that
 * somebody smuggled in cannot make one. It is good for one connection and, by its turn, for one
 * call within the next minute.
 */
@ApplicationScoped
class ActingCode {

  private static final String ALGORITHM = "HmacSHA256";

  private final AtomicLong lastTurn = new AtomicLong();

  @Inject
  @ConfigProperty(name = "gogomarket.secrets.dir")
  String secretsDirectory;

  private SecretKeySpec key = new SecretKeySpec(new byte[1], ALGORITHM);

  @PostConstruct
  void load() {
    Path file = Path.of(secretsDirectory, "acting-key");
    try {
      key =
          new SecretKeySpec(
              Base64.getUrlDecoder().decode(Files.readString(file).strip()), ALGORITHM);
    } catch (IOException e) {
      throw new IllegalStateException("The key of who is acting cannot be read from " + file, e);
    }
  }

  /**
   * A number that was not used before and is larger than those that were, over restarts too: the
   * clock in microseconds, by which the database refuses codes that are older than a minute.
   */
  long nextTurn() {
    long now = System.currentTimeMillis() * 1000;
    return lastTurn.updateAndGet(last -> Math.max(last + 1, now));
  }

  byte[] sign(int backendPid, long turn, String... claims) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String text = backendPid + "\n" + turn + "\n" + String.join("\n", claims);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }
}
