package org.footbridge.notification.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsConfigTest {

    @Test
    void shouldTakeTheKeysFromTheEnvironment() {
        // When
        SecretsConfig config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(
                        Map.of(
                                "FOOTBRIDGE_SECRETS_KEY_ID", "k2",
                                "FOOTBRIDGE_SECRETS_KEYS_K1", "one",
                                "FOOTBRIDGE_SECRETS_KEYS_K2", "two"),
                        300))
                .withMapping(SecretsConfig.class)
                .build()
                .getConfigMapping(SecretsConfig.class);

        // Then
        assertThat(config.keyId()).isEqualTo("k2");
        assertThat(config.keys()).isEqualTo(Map.of("k1", "one", "k2", "two"));
    }
}
