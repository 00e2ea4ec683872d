package org.footbridge.notification.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SigningSecretsTest {
    private static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");
    private final UUID endpoint = UUID.randomUUID();
    private final EndpointSecret first = EndpointSecret.fresh(SignatureScheme.V1);
    private final EndpointSecret second = EndpointSecret.fresh(SignatureScheme.V1A);

    @Test
    void shouldSignWithBothUntilTheOldOneEnds() {
        // Given
        SecretVault vault = vault("k1", "k1");
        SigningSecrets secrets = SigningSecrets.of(first, vault, endpoint);

        // When
        secrets.rotate(second, vault, endpoint, NOW.plusSeconds(60));

        // Then
        List<SigningKey> both = secrets.opened(vault, endpoint, NOW.plusSeconds(59));
        assertThat(both).extracting(SigningKey::scheme).containsExactly(SignatureScheme.V1A, SignatureScheme.V1);
        assertThat(both.get(1).key()).isEqualTo(first.key());
        assertThat(secrets.opened(vault, endpoint, NOW.plusSeconds(60))).hasSize(1);
    }

    @Test
    void shouldNotNeedTheOldEncryptionKeyAfterItsUpkeep() {
        // Given
        SigningSecrets secrets = SigningSecrets.of(first, vault("k1", "k1"), endpoint);
        secrets.rotate(second, vault("k1", "k1"), endpoint, NOW.plus(Duration.ofDays(2)));
        assertThatThrownBy(() -> secrets.opened(vault("k2", "k2"), endpoint, NOW))
                .isInstanceOf(IllegalStateException.class);

        // When
        secrets.tidy(vault("k2", "k1", "k2"), endpoint, NOW);

        // Then
        assertThat(secrets.opened(vault("k2", "k2"), endpoint, NOW))
                .extracting(SigningKey::key)
                .containsExactly(second.key(), first.key());
    }

    @Test
    void shouldWipeASecretThatNoLongerCounts() {
        // Given
        SecretVault vault = vault("k1", "k1");
        SigningSecrets secrets = SigningSecrets.of(first, vault, endpoint);
        secrets.rotate(second, vault, endpoint, NOW);

        // When
        secrets.tidy(vault, endpoint, NOW);

        // Then
        assertThat(secrets.oldUntil()).isNull();
        assertThat(secrets.opened(vault, endpoint, NOW.minusSeconds(60))).hasSize(1);
    }

    private static SecretVault vault(String current, String... known) {
        Map<String, String> keys = new HashMap<>();
        for (String id : known) {
            byte[] key = new byte[32];
            Arrays.fill(key, (byte) id.charAt(1));
            keys.put(id, Base64.getEncoder().encodeToString(key));
        }
        return new SecretVault(new SecretsConfig() {
            @Override
            public String keyId() {
                return current;
            }

            @Override
            public Map<String, String> keys() {
                return keys;
            }
        });
    }
}
