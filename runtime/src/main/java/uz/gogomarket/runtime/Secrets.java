package uz.gogomarket.runtime;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What nobody but the marketplace may know: made at the first run, readable by the owner of the
 * folder only, never changed afterwards.
 */
final class Secrets {
  /** What the application gives its first admin, as long as there is none. */
  static final String FIRST_ADMIN = "first-admin-password";

  /** By what the database believes the application who is acting. */
  private static final String ACTING_KEY = "acting-key";

  private static final int RSA_BITS = 3072;
  private static final int SYMMETRIC_BYTES = 32;
  private static final int PASSWORD_BYTES = 24;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  private Secrets(Path folder) {
    this.folder = folder;
  }

  /** Makes what is missing. */
  static Secrets in(Path folder) throws IOException {
    OwnerOnly.createDirectory(folder);
    Secrets secrets = new Secrets(folder);
    secrets.writeOnce("jwt-keys.json", secrets::signingKeys);
    secrets.writeOnce("encryption-keys.json", secrets::encryptionKeys);
    secrets.writeOnce(FIRST_ADMIN, secrets::password);
    secrets.writeOnce(ACTING_KEY, () -> base64Url(secrets.randomBytes(SYMMETRIC_BYTES)));
    return secrets;
  }

  Path folder() {
    return folder;
  }

  byte[] actingKey() throws IOException {
    return Base64.getUrlDecoder().decode(Files.readString(folder.resolve(ACTING_KEY)).strip());
  }

  /** The password of a role of the embedded PostgreSQL, made when it is asked for first. */
  String databasePassword(String role) throws IOException {
    String file = "database-password-" + role + ".txt";
    writeOnce(file, this::password);
    return Files.readString(folder.resolve(file)).strip();
  }

  private interface Content {
    String make();
  }

  /** Whole or not at all: a crash leaves no half-written key behind. */
  private void writeOnce(String name, Content content) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      OwnerOnly.restrict(file);
      return;
    }
    Path unfinished = OwnerOnly.createFile(folder.resolve(name + ".new"));
    Files.writeString(unfinished, content.make() + "\n");
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A JWK set (RFC 7517) with one private RSA key, named by its thumbprint (RFC 7638). */
  private String signingKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS, random);
      KeyPair pair = generator.generateKeyPair();
      RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
      String exponent = base64Url(key.getPublicExponent());
      String modulus = base64Url(key.getModulus());
      Map<String, String> publicPart = new LinkedHashMap<>();
      publicPart.put("e", exponent);
      publicPart.put("kty", "RSA");
      publicPart.put("n", modulus);
      byte[] thumbprint =
          MessageDigest.getInstance("SHA-256")
              .digest(Json.object(publicPart).getBytes(StandardCharsets.UTF_8));
      Map<String, String> jwk = new LinkedHashMap<>(publicPart);
      jwk.put("kid", base64Url(thumbprint));
      jwk.put("use", "sig");
      jwk.put("alg", "RS256");
      jwk.put("d", base64Url(key.getPrivateExponent()));
      jwk.put("p", base64Url(key.getPrimeP()));
      jwk.put("q", base64Url(key.getPrimeQ()));
      jwk.put("dp", base64Url(key.getPrimeExponentP()));
      jwk.put("dq", base64Url(key.getPrimeExponentQ()));
      jwk.put("qi", base64Url(key.getCrtCoefficient()));
      return "{\"keys\":[" + Json.object(jwk) + "]}";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has RSA and SHA-256", e);
    }
  }

  private String encryptionKeys() {
    String key = Base64.getEncoder().encodeToString(randomBytes(SYMMETRIC_BYTES));
    return "{\"current\":\"k1\",\"keys\":" + Json.object(Map.of("k1", key)) + "}";
  }

  private String password() {
    return base64Url(randomBytes(PASSWORD_BYTES));
  }

  private byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Unsigned and big-endian, without the sign byte that Java may put in front. */
  private static String base64Url(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    return base64Url(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
