package uz.gogomarket.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path parent;

  @Test
  void only_the_owner_can_read_them() throws Exception {
    Path folder = parent.resolve("secrets");

    Secrets.in(folder).databasePassword("gogomarket_app");

    assertThat(rights(folder)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all)
          .hasSize(5)
          .allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
    }
  }

  @Test
  void rights_that_were_opened_are_closed_again() throws Exception {
    Path folder = parent.resolve("secrets");
    Secrets.in(folder);
    Path keys = folder.resolve("jwt-keys.json");
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));

    Secrets.in(folder);

    assertThat(rights(keys)).isEqualTo("rw-------");
  }

  @Test
  void they_are_made_once() throws Exception {
    Path folder = parent.resolve("secrets");
    Secrets first = Secrets.in(folder);
    String keys = Files.readString(folder.resolve("jwt-keys.json"));
    String password = first.databasePassword("gogomarket_app");

    Secrets second = Secrets.in(folder);

    assertThat(folder.resolve("jwt-keys.json")).hasContent(keys.strip());
    assertThat(second.databasePassword("gogomarket_app")).isEqualTo(password).hasSize(32);
    assertThat(second.databasePassword("gogomarket_owner")).isNotEqualTo(password);
  }

  @Test
  void the_signing_key_signs() throws Exception {
    Path folder = parent.resolve("secrets");
    Secrets.in(folder);
    String jwk = Files.readString(folder.resolve("jwt-keys.json"));
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    BigInteger modulus = number(jwk, "n");
    PrivateKey privateKey = rsa.generatePrivate(new RSAPrivateKeySpec(modulus, number(jwk, "d")));
    PublicKey publicKey = rsa.generatePublic(new RSAPublicKeySpec(modulus, number(jwk, "e")));
    byte[] text = "one order".getBytes(StandardCharsets.UTF_8);

    Signature signing = Signature.getInstance("SHA256withRSA");
    signing.initSign(privateKey);
    signing.update(text);
    Signature verifying = Signature.getInstance("SHA256withRSA");
    verifying.initVerify(publicKey);
    verifying.update(text);

    assertThat(verifying.verify(signing.sign())).isTrue();
    assertThat(modulus.bitLength()).isEqualTo(3072);
    assertThat(member(jwk, "kid")).hasSize(43);
  }

  @Test
  void the_encryption_key_has_256_bits() throws Exception {
    Path folder = parent.resolve("secrets");
    Secrets.in(folder);

    String keys = Files.readString(folder.resolve("encryption-keys.json"));

    assertThat(member(keys, "current")).isEqualTo("k1");
    assertThat(Base64.getDecoder().decode(member(keys, "k1"))).hasSize(32);
  }

  private static String rights(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BigInteger number(String json, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(member(json, name)));
  }

  private static String member(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
