package org.footbridge.notification.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretVaultTest {
    private static final byte[] SECRET = "a secret of thirty-two bytes ...".getBytes(StandardCharsets.US_ASCII);
    private static final Map<String, String> KEYS = Map.of("k1", key(1), "k2", key(2));

    @Test
    void shouldOpenWhatItSealedForTheSameOwner() {
        SecretVault vault = vault("k1", KEYS);
        assertThat(vault.open(vault.seal(SECRET, "row-1"), "row-1")).isEqualTo(SECRET);
    }

    @Test
    void shouldOpenWhatAnOlderKeySealed() {
        SecretVault.Sealed old = vault("k1", KEYS).seal(SECRET, "row-1");
        SecretVault vault = vault("k2", KEYS);
        assertThat(vault.open(old, "row-1")).isEqualTo(SECRET);
        assertThat(vault.seal(SECRET, "row-1").keyId()).isEqualTo("k2");
    }

    @Test
    void shouldSealDifferentlyEachTime() {
        SecretVault vault = vault("k1", KEYS);
        assertThat(vault.seal(SECRET, "row-1").bytes())
                .isNotEqualTo(vault.seal(SECRET, "row-1").bytes());
    }

    @Test
    void shouldNotOpenForAnotherOwnerOrAfterAChange() {
        // Given
        SecretVault vault = vault("k1", KEYS);
        SecretVault.Sealed sealed = vault.seal(SECRET, "row-1");

        // When
        byte[] changed = sealed.bytes().clone();
        changed[20] ^= 1;

        // Then
        assertThatThrownBy(() -> vault.open(sealed, "row-2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open(new SecretVault.Sealed("k1", changed), "row-1"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open(new SecretVault.Sealed("k9", sealed.bytes()), "row-1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldRefuseKeysThatAreNone() {
        assertThatThrownBy(() -> vault("k3", KEYS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault("k1", Map.of("k1", "c2hvcnQ="))).isInstanceOf(IllegalArgumentException.class);
    }

    private static SecretVault vault(String keyId, Map<String, String> keys) {
        return new SecretVault(new SecretsConfig() {
            @Override
            public String keyId() {
                return keyId;
            }

            @Override
            public Map<String, String> keys() {
                return keys;
            }
        });
    }

    private static String key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
