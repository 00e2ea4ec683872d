package org.footbridge.notification.endpoint;

/**
 * One key that signs a delivery, in the clear and in memory only.
 *
 * @param key the HMAC key, or the seed of the ed25519 key
 */
public record SigningKey(SignatureScheme scheme, byte[] key) {

    public static SigningKey v1(byte[] key) {
        return new SigningKey(SignatureScheme.V1, key);
    }
}
