package uz.gogomarket.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uz.gogomarket.platform.Actor;
import uz.gogomarket.platform.Unauthenticated;

/**
 * Signed access tokens (RFC 7519, RS256): who, in which session, with which grants, for a quarter
 * of an hour. What was verified is remembered, so that the signature is computed once for a token;
 * sessions that ended on this node are refused at once.
 */
@ApplicationScoped
class AccessTokens {

  static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final int REMEMBERED = 10_000;
  private static final int MAX_LENGTH = 4096;

  private final Cache<String, Verified> verified =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LIFETIME).build();
  private final Cache<String, Boolean> endedSessions =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LIFETIME).build();

  @Inject SigningKeys keys;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "gogomarket.base-url", defaultValue = "http://localhost:8080")
  String issuer;

  private record Verified(Actor actor, Instant expiresAt) {}

  String issue(long userId, String sid, Set<String> grants) {
    Instant now = clock.instant();
    SigningKeys.Signing key = keys.signing();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(Long.toString(userId))
            .claim("sid", sid)
            .claim("grants", List.copyOf(grants))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.keyId())
            .type(JOSEObjectType.JWT)
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(key.signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("The signing key does not sign", e);
    }
    return token.serialize();
  }

  /**
   * Who a token speaks for.
   *
   * @throws Unauthenticated {@code invalid_token}, {@code token_expired} or {@code session_ended}
   * @throws AccountSuspended where this node has seen it
   */
  Actor verify(String token) {
    if (token.length() > MAX_LENGTH) {
      throw invalid();
    }
    Verified known = verified.getIfPresent(token);
    if (known == null) {
      known = check(token).orElseThrow(AccessTokens::invalid);
      verified.put(token, known);
    }
    if (!clock.instant().isBefore(known.expiresAt())) {
      throw new Unauthenticated("token_expired", "The access token has expired; refresh it.");
    }
    String sid = known.actor().sessionId();
    Boolean suspended = sid == null ? null : endedSessions.getIfPresent(sid);
    if (suspended != null) {
      throw suspended ? new AccountSuspended() : new SessionEnded();
    }
    return known.actor();
  }

  void refuse(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded ended) {
    ended.sids().forEach(sid -> endedSessions.put(sid, ended.suspended()));
  }

  private Optional<Verified> check(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWSHeader header = jwt.getHeader();
      if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || header.getKeyID() == null) {
        return Optional.empty();
      }
      var verifier = keys.verifier(header.getKeyID());
      if (verifier.isEmpty() || !jwt.verify(verifier.get())) {
        return Optional.empty();
      }
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      List<String> grants = claims.getStringListClaim("grants");
      String sid = claims.getStringClaim("sid");
      Date expires = claims.getExpirationTime();
      if (!issuer.equals(claims.getIssuer()) || grants == null || sid == null || expires == null) {
        return Optional.empty();
      }
      long userId = Long.parseLong(claims.getSubject());
      return Optional.of(
          new Verified(Actor.user(userId, Set.copyOf(grants), sid), expires.toInstant()));
    } catch (ParseException | JOSEException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  private static Unauthenticated invalid() {
    return new Unauthenticated("invalid_token", "The access token is not valid.");
  }
}
