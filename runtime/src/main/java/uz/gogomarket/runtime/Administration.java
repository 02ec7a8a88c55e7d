package uz.gogomarket.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.w3c.dom.Element;

/**
 * Payara's administration: who gets into it owns the server. It is closed unless a port is asked
 * for, and then open to programs on this machine that know the password of this very start.
 */
final class Administration {
  private static final String LISTENER = "admin-listener";
  private static final int RANDOM_BYTES = 32;
  private static final int SALT_BYTES = 8;

  /** As often as Payara does it. */
  private static final int ROUNDS = 100;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Administration() {}

  /** Sets the administration up in a server's configuration. */
  static void configure(DomainXml domain, Settings settings, Path folder) throws IOException {
    // Whoever sends this text is taken for one of the server's own parts; Payara publishes one.
    domain
        .first("secure-admin")
        .setAttribute("special-admin-indicator", UUID.randomUUID().toString());
    Element listener = domain.named("network-listener", "name", LISTENER);
    listener.setAttribute("address", "127.0.0.1");
    String password = HexFormat.of().formatHex(random(RANDOM_BYTES));
    Path keyfile = folder.resolve("config/admin-keyfile");
    Files.writeString(keyfile, "admin;" + hash(password) + ";asadmin\n");
    if (settings.adminPort().isPresent()) {
      listener.setAttribute("port", settings.adminPort().get().toString());
      domain.guard(listener, "AdministrationPort");
      Path file = OwnerOnly.createFile(password(folder));
      Files.writeString(file, password + "\n");
    } else {
      listener.setAttribute("enabled", "false");
      // The web container insists on every listener that this virtual server names.
      domain.named("virtual-server", "id", "__asadmin").removeAttribute("network-listeners");
    }
  }

  /** Where the password lies, if the administration is open. */
  static Path password(Path folder) {
    return folder.resolve("admin-password");
  }

  /** As Payara's file realm keeps it. */
  private static String hash(String password) {
    try {
      byte[] salt = random(SALT_BYTES);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(password.getBytes(StandardCharsets.UTF_8));
      byte[] hash = digest.digest(salt);
      for (int i = 1; i < ROUNDS; i++) {
        hash = digest.digest(hash);
      }
      byte[] all = new byte[hash.length + salt.length];
      System.arraycopy(hash, 0, all, 0, hash.length);
      System.arraycopy(salt, 0, all, hash.length, salt.length);
      return "{SSHA256}" + Base64.getEncoder().encodeToString(all);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
