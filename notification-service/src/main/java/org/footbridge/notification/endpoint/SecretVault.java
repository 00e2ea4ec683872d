package org.footbridge.notification.endpoint;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts secrets for the database: AES-256-GCM, a new nonce each time, bound to its owner, marked with the key's id. */
@Singleton
public class SecretVault {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String keyId;
    private final Map<String, SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    public SecretVault(SecretsConfig config) {
        this.keyId = config.keyId();
        this.keys = config.keys().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> key(entry.getKey(), entry.getValue())));
        if (!keys.containsKey(keyId)) {
            throw new IllegalArgumentException("footbridge.secrets.keys has no key '" + keyId + "'");
        }
    }

    /** What the database keeps: nonce and ciphertext, and which key opens them. */
    public record Sealed(String keyId, byte[] bytes) {}

    /**
     * Encrypts.
     *
     * @param owner whose secret it is, such as the row's id: nobody else's row can use the bytes
     */
    public Sealed seal(byte[] secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, keyId, nonce, owner).doFinal(secret);
            return new Sealed(
                    keyId,
                    ByteBuffer.allocate(nonce.length + text.length)
                            .put(nonce)
                            .put(text)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing in this JDK", e);
        }
    }

    /** Decrypts what {@link #seal} made for the same owner; anything else is an {@link IllegalStateException}. */
    public byte[] open(Sealed sealed, String owner) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed.bytes());
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] text = new byte[bytes.remaining()];
        bytes.get(text);
        try {
            return cipher(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, owner).doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored secret cannot be opened with key " + sealed.keyId(), e);
        }
    }

    /** Whether the key is the one that encrypts from now on. */
    public boolean isCurrent(String id) {
        return keyId.equals(id);
    }

    /** The same secret under the key that encrypts from now on. */
    public Sealed sealAgain(Sealed old, String owner) {
        return seal(open(old, owner), owner);
    }

    private Cipher cipher(int mode, String id, byte[] nonce, String owner) throws GeneralSecurityException {
        SecretKeySpec key = keys.get(id);
        if (key == null) {
            throw new GeneralSecurityException("no such key");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKeySpec key(String id, String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.trim());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("footbridge.secrets.keys." + id + " must be 32 bytes in base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
