package org.footbridge.notification.endpoint;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.util.Base64;

/**
 * What signs for an endpoint: 32 random bytes of an HMAC key, or an ed25519 key pair of the endpoint's own.
 *
 * @param publicKey 32 bytes of an ed25519 key, else {@code null}
 */
record EndpointSecret(SignatureScheme scheme, byte[] key, byte[] publicKey) {
    private static final String SYMMETRIC = "whsec_";
    private static final String PUBLIC = "whpk_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static EndpointSecret fresh(SignatureScheme scheme) {
        if (scheme == SignatureScheme.V1A) {
            return freshPair();
        }
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new EndpointSecret(scheme, key, null);
    }

    private static EndpointSecret freshPair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return new EndpointSecret(SignatureScheme.V1A, seed, encoded((EdECPublicKey) pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is missing in this JDK", e);
        }
    }

    /** As RFC 8032 writes a point: y in little-endian order, the sign of x in the highest bit. */
    private static byte[] encoded(EdECPublicKey key) {
        BigInteger y = key.getPoint().getY();
        byte[] bigEndian = y.toByteArray();
        byte[] encoded = new byte[BYTES];
        for (int i = 0; i < bigEndian.length && i < BYTES; i++) {
            encoded[i] = bigEndian[bigEndian.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            encoded[BYTES - 1] |= (byte) 0x80;
        }
        return encoded;
    }

    /** As the owner gets to see it, once; {@code null} for v1a, where the receiver needs no secret. */
    String shown() {
        return scheme == SignatureScheme.V1 ? SYMMETRIC + Base64.getEncoder().encodeToString(key) : null;
    }

    /** What a receiver of v1a verifies with. */
    static String shownPublic(byte[] publicKey) {
        return publicKey == null ? null : PUBLIC + Base64.getEncoder().encodeToString(publicKey);
    }
}
