package uz.gogomarket.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Unauthenticated;

class AccessTokensTest {

  private static final String ISSUER = "https://gogomarket.example";
  private static RSAKey oldKey;
  private static RSAKey newKey;

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock();

  @BeforeAll
  static void makeKeys() throws Exception {
    oldKey = new RSAKeyGenerator(2048).keyID("old").generate();
    newKey = new RSAKeyGenerator(2048).keyID("new").generate();
  }

  @BeforeEach
  void writeKeys() throws IOException {
    write(oldKey);
  }

  @Test
  void speaksForTheUserItWasIssuedTo() {
    AccessTokens tokens = tokens();
    Actor actor = tokens.verify(tokens.issue(7, "session", Set.of("buyer", "seller")));
    assertThat(actor).isEqualTo(Actor.user(7, Set.of("buyer", "seller"), "session"));
  }

  @Test
  void endsAfterAQuarterOfAnHourAlsoWhereItIsRemembered() {
    AccessTokens tokens = tokens();
    String token = tokens.issue(7, "session", Set.of("buyer"));
    tokens.verify(token);
    clock.now = clock.now.plus(Duration.ofMinutes(15));
    refused(tokens, token, "token_expired");
  }

  @Test
  void endsWithItsSession() {
    AccessTokens tokens = tokens();
    String ended = tokens.issue(7, "ended", Set.of("buyer"));
    String suspended = tokens.issue(8, "suspended", Set.of("buyer"));
    tokens.refuse(new SessionsEnded(List.of("ended"), false));
    tokens.refuse(new SessionsEnded(List.of("suspended"), true));
    refused(tokens, ended, "session_ended");
    assertThatThrownBy(() -> tokens.verify(suspended)).isInstanceOf(AccountSuspended.class);
  }

  @Test
  void isRefusedWhenAnyPartOfItWasChanged() {
    AccessTokens tokens = tokens();
    String[] parts = tokens.issue(7, "session", Set.of("buyer")).split("\\.");
    String forged =
        new String(Base64.getUrlDecoder().decode(parts[1]), java.nio.charset.StandardCharsets.UTF_8)
            .replace("buyer", "admin");
    String payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(forged.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    refused(tokens, parts[0] + "." + payload + "." + parts[2], "invalid_token");
    refused(tokens, parts[0] + "." + parts[1] + ".", "invalid_token");
    refused(tokens, "nonsense", "invalid_token");
    refused(tokens, "a".repeat(100_000), "invalid_token");
  }

  @Test
  void takesNoOtherAlgorithm() throws Exception {
    AccessTokens tokens = tokens();
    JWTClaimsSet claims = claims(ISSUER);
    refused(tokens, new PlainJWT(claims).serialize(), "invalid_token");
    SignedJWT symmetric =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("old").build(), claims);
    symmetric.sign(new MACSigner(oldKey.toPublicJWK().toRSAKey().toRSAPublicKey().getEncoded()));
    refused(tokens, symmetric.serialize(), "invalid_token");
  }

  @Test
  void takesNoTokenOfAnotherIssuer() {
    AccessTokens other = tokens();
    other.issuer = "https://other.example";
    refused(tokens(), other.issue(7, "session", Set.of("buyer")), "invalid_token");
  }

  @Test
  void survivesTheRotationOfKeys() throws IOException {
    AccessTokens tokens = tokens();
    String signedBefore = tokens.issue(7, "session", Set.of("buyer"));
    clock.now = clock.now.plus(Duration.ofMinutes(1));
    write(newKey, oldKey);
    String signedAfter = tokens.issue(7, "session", Set.of("buyer"));
    assertThat(tokens.keys.signing().keyId()).isEqualTo("new");
    assertThat(tokens.verify(signedAfter)).isEqualTo(tokens.verify(signedBefore));
    clock.now = clock.now.plus(Duration.ofMinutes(1));
    write(newKey);
    refused(tokens(), signedBefore, "invalid_token");
  }

  @Test
  void keepsTheKeysItHasWhereTheFileIsBroken() throws IOException {
    AccessTokens tokens = tokens();
    Files.writeString(folder.resolve(SigningKeys.FILE), "{");
    clock.now = clock.now.plus(Duration.ofMinutes(1));
    tokens.verify(tokens.issue(7, "session", Set.of("buyer")));
  }

  @Test
  void showsOnlyThePublicPartsOfItsKeys() {
    assertThat(tokens().keys.publicSet())
        .contains("\"kid\":\"old\"", "\"n\":", "\"e\":")
        .doesNotContain("\"d\":", "\"p\":", "\"q\":", "\"dp\":", "\"dq\":", "\"qi\":");
  }

  private AccessTokens tokens() {
    AccessTokens tokens = new AccessTokens();
    tokens.keys = new SigningKeys();
    tokens.keys.folder = folder.toString();
    tokens.keys.clock = clock;
    tokens.keys.load();
    tokens.clock = clock;
    tokens.issuer = ISSUER;
    return tokens;
  }

  private JWTClaimsSet claims(String issuer) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject("7")
        .claim("sid", "session")
        .claim("grants", List.of("admin"))
        .expirationTime(Date.from(clock.now.plusSeconds(60)))
        .build();
  }

  private void write(JWK... keys) throws IOException {
    Path file = folder.resolve(SigningKeys.FILE);
    Files.writeString(file, new JWKSet(List.of(keys)).toString(false));
    Files.setLastModifiedTime(file, FileTime.from(clock.now));
  }

  private static void refused(AccessTokens tokens, String token, String code) {
    assertThatThrownBy(() -> tokens.verify(token))
        .isInstanceOfSatisfying(
            Unauthenticated.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static final class MovingClock extends Clock {
    private Instant now = Instant.parse("2026-11-21T02:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
