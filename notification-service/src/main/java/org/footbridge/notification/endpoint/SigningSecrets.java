package org.footbridge.notification.endpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The encrypted secret of an endpoint, and the one before it while it still counts. */
@Embeddable
class SigningSecrets {
    private String signature;

    @Column(name = "secret_key_id")
    private String keyId;

    private byte[] secret;

    @Column(name = "public_key")
    private byte[] publicKey;

    @Column(name = "old_signature")
    private String oldSignature;

    @Column(name = "old_secret_key_id")
    private String oldKeyId;

    @Column(name = "old_secret")
    private byte[] oldSecret;

    @Column(name = "old_secret_until")
    private Instant oldUntil;

    /** For Hibernate. */
    protected SigningSecrets() {}

    static SigningSecrets of(EndpointSecret first, SecretVault vault, UUID owner) {
        SigningSecrets secrets = new SigningSecrets();
        secrets.take(first, vault, owner);
        return secrets;
    }

    private void take(EndpointSecret next, SecretVault vault, UUID owner) {
        SecretVault.Sealed sealed = vault.seal(next.key(), owner.toString());
        signature = next.scheme().wire();
        keyId = sealed.keyId();
        secret = sealed.bytes();
        publicKey = next.publicKey();
    }

    /** Replaces the secret; until {@code oldEnds} deliveries are signed with both. */
    void rotate(EndpointSecret next, SecretVault vault, UUID owner, Instant oldEnds) {
        oldSignature = signature;
        oldKeyId = keyId;
        oldSecret = secret;
        oldUntil = oldEnds;
        take(next, vault, owner);
    }

    boolean isOldCounting(Instant now) {
        return oldSecret != null && now.isBefore(oldUntil);
    }

    /** The keys that sign now, the current one first. */
    List<SigningKey> opened(SecretVault vault, UUID owner, Instant now) {
        List<SigningKey> keys = new ArrayList<>();
        keys.add(new SigningKey(
                SignatureScheme.of(signature), vault.open(new SecretVault.Sealed(keyId, secret), owner.toString())));
        if (isOldCounting(now)) {
            keys.add(new SigningKey(
                    SignatureScheme.of(oldSignature),
                    vault.open(new SecretVault.Sealed(oldKeyId, oldSecret), owner.toString())));
        }
        return List.copyOf(keys);
    }

    /** Wipes an old secret that no longer counts and seals the others with the newest key. */
    void tidy(SecretVault vault, UUID owner, Instant now) {
        if (oldSecret != null && !isOldCounting(now)) {
            oldSignature = null;
            oldKeyId = null;
            oldSecret = null;
            oldUntil = null;
        }
        if (!vault.isCurrent(keyId)) {
            SecretVault.Sealed again = vault.sealAgain(new SecretVault.Sealed(keyId, secret), owner.toString());
            keyId = again.keyId();
            secret = again.bytes();
        }
        if (oldSecret != null && !vault.isCurrent(oldKeyId)) {
            SecretVault.Sealed again = vault.sealAgain(new SecretVault.Sealed(oldKeyId, oldSecret), owner.toString());
            oldKeyId = again.keyId();
            oldSecret = again.bytes();
        }
    }

    SignatureScheme scheme() {
        return SignatureScheme.of(signature);
    }

    byte[] publicKey() {
        return publicKey;
    }

    Instant oldUntil() {
        return oldUntil;
    }
}
