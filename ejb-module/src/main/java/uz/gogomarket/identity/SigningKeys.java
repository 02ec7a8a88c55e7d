package uz.gogomarket.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The RSA keys that sign access tokens, from {@code jwt-keys.json} in the secrets' folder: a JWK
 * set with private keys, newest first. The first signs, all verify. To rotate, put a new key in
 * front and remove the old one a quarter of an hour later: the file is looked at again every half
 * minute.
 */
@ApplicationScoped
class SigningKeys {

  static final String FILE = "jwt-keys.json";
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(30);
  private static final Logger LOG = Logger.getLogger(SigningKeys.class.getName());

  @Inject
  @ConfigProperty(name = "gogomarket.secrets.dir")
  String folder;

  @Inject Clock clock;

  private volatile Keys keys = Keys.NONE;

  /** A key to sign with, and the name by which it is found again. */
  record Signing(String keyId, JWSSigner signer) {}

  /** One state of the file. */
  private record Keys(
      Optional<Signing> signing,
      Map<String, JWSVerifier> verifiers,
      String publicSet,
      FileTime modified,
      Instant lookedAt) {

    static final Keys NONE =
        new Keys(Optional.empty(), Map.of(), "{\"keys\":[]}", FileTime.fromMillis(0), Instant.MIN);

    Keys lookedAt(Instant now) {
      return new Keys(signing, verifiers, publicSet, modified, now);
    }
  }

  @PostConstruct
  void load() {
    try {
      keys = read();
    } catch (IOException | ParseException | JOSEException | IllegalArgumentException unusable) {
      String sentence =
          "No tokens can be signed: "
              + file()
              + " must be a JWK set with private RSA keys ("
              + unusable.getMessage()
              + ")";
      LOG.severe(sentence);
      throw new IllegalStateException(sentence, unusable);
    }
  }

  /** The key that signs at present. */
  Signing signing() {
    return fresh().signing().orElseThrow();
  }

  Optional<JWSVerifier> verifier(String keyId) {
    Keys known = fresh();
    Instant now = clock.instant();
    if (!known.verifiers().containsKey(keyId) && now.isAfter(known.lookedAt().plusSeconds(1))) {
      // Another node may have taken up a key that was added a moment ago.
      known = lookAgain(known, now);
    }
    return Optional.ofNullable(known.verifiers().get(keyId));
  }

  /** The public parts as a JWK set in JSON. */
  String publicSet() {
    return fresh().publicSet();
  }

  private Keys fresh() {
    Keys known = keys;
    Instant now = clock.instant();
    return now.isBefore(known.lookedAt().plus(LOOK_AGAIN_AFTER)) ? known : lookAgain(known, now);
  }

  private Keys lookAgain(Keys known, Instant now) {
    try {
      keys =
          Files.getLastModifiedTime(file()).equals(known.modified()) ? known.lookedAt(now) : read();
    } catch (IOException | ParseException | JOSEException | IllegalArgumentException unusable) {
      LOG.log(
          Level.WARNING,
          "The signing keys stay as they are, for " + file() + " cannot be read",
          unusable);
      keys = known.lookedAt(now);
    }
    return keys;
  }

  private Keys read() throws IOException, ParseException, JOSEException {
    FileTime modified = Files.getLastModifiedTime(file());
    JWKSet set = JWKSet.parse(Files.readString(file()));
    Map<String, JWSVerifier> verifiers = new LinkedHashMap<>();
    for (JWK key : set.getKeys()) {
      if (!(key instanceof RSAKey rsa)
          || !rsa.isPrivate()
          || rsa.getKeyID() == null
          || rsa.size() < 2048) {
        throw new IllegalArgumentException(
            "each key needs a kid, a private part and 2048 bits or more");
      }
      verifiers.put(rsa.getKeyID(), new RSASSAVerifier(rsa));
    }
    if (verifiers.isEmpty()) {
      throw new IllegalArgumentException("it holds no key");
    }
    RSAKey newest = set.getKeys().get(0).toRSAKey();
    return new Keys(
        Optional.of(new Signing(newest.getKeyID(), new RSASSASigner(newest))),
        Map.copyOf(verifiers),
        set.toPublicJWKSet().toString(),
        modified,
        clock.instant());
  }

  private Path file() {
    return Path.of(folder, FILE);
  }
}
