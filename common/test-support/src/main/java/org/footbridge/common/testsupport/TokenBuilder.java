package org.footbridge.common.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** One access token in the making; what is not said is as the realm {@code footbridge} would have it. */
public final class TokenBuilder {

    private static final float LIFE_MINUTES = 15;

    private final JwtClaims claims = new JwtClaims();
    private RsaJsonWebKey key;

    TokenBuilder(RsaJsonWebKey key, String issuer, String username) {
        this.key = key;
        claims.setIssuer(issuer);
        claims.setSubject(subjectOf(username));
        claims.setAudience("footbridge");
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(LIFE_MINUTES);
        claims.setStringClaim("typ", "Bearer");
        claims.setStringClaim("preferred_username", username);
        roles();
        scopes();
    }

    /** The {@code sub} of a user name: the same in every run, another one for every name. */
    static String subjectOf(String username) {
        return UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The district of a person or of a district's system. */
    public TokenBuilder tenant(UUID district) {
        claims.setStringClaim("tenant", district.toString());
        return this;
    }

    /** The agency of a person or of an agency's system: its organization in the directory. */
    public TokenBuilder agency(UUID organization) {
        claims.setStringClaim("agency", organization.toString());
        return this;
    }

    /** The realm roles; replaces those set before. */
    public TokenBuilder roles(String... roles) {
        claims.setClaim("realm_access", Map.of("roles", List.of(roles)));
        return this;
    }

    /** The OAuth scopes beside {@code profile} and {@code email}; replaces those set before. */
    public TokenBuilder scopes(String... scopes) {
        claims.setStringClaim(
                "scope",
                String.join(" ", "profile email", String.join(" ", scopes)).strip());
        return this;
    }

    /** The client that the token was given to ({@code azp}). */
    public TokenBuilder client(String clientId) {
        claims.setStringClaim("azp", clientId);
        return this;
    }

    /** A mail address of the account. */
    public TokenBuilder email(String address) {
        claims.setStringClaim("email", address);
        return this;
    }

    /** Whom the token is meant for; anything but {@code footbridge} must be refused. */
    public TokenBuilder audience(String... audience) {
        claims.setAudience(audience);
        return this;
    }

    /** Another issuer, which must be refused. */
    public TokenBuilder issuer(String issuer) {
        claims.setIssuer(issuer);
        return this;
    }

    /** A token that ran out an hour ago. */
    public TokenBuilder expired() {
        NumericDate end = NumericDate.now();
        end.addSeconds(-3_600);
        claims.setExpirationTime(end);
        claims.setIssuedAt(NumericDate.fromSeconds(end.getValue() - 900));
        return this;
    }

    /** Signed with a key that is not the issuer's, under the issuer's key id. */
    public TokenBuilder signedBySomebodyElse() {
        String keyId = key.getKeyId();
        key = TokenFactory.newKey(keyId);
        return this;
    }

    /** Takes roles and scopes of another token. */
    TokenBuilder entitledAs(TokenBuilder other) {
        claims.setClaim("realm_access", other.claims.getClaimValue("realm_access"));
        claims.setClaim("scope", other.claims.getClaimValue("scope"));
        return this;
    }

    /** The claims, for comparison with those of a real token. */
    public Map<String, Object> claims() {
        return claims.getClaimsMap();
    }

    /** The signed token (RS256, compact form). */
    public String sign() {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("token could not be signed", e);
        }
    }
}
