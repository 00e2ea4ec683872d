package org.footbridge.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.footbridge.notification.endpoint.SignatureScheme;
import org.footbridge.notification.endpoint.SigningKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WebhookSignatureTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The project's own vectors, made from the specification with another implementation of HMAC. */
    @TestFactory
    Stream<DynamicTest> shouldSignAsTheSpecificationSays() throws Exception {
        try (InputStream file = getClass().getResourceAsStream("/webhooks/signatures.json")) {
            return stream(JSON.readTree(file))
                    .map(vector -> DynamicTest.dynamicTest(
                            vector.get("name").asText(), () -> assertThat(sign(vector, "id", "body"))
                                    .isEqualTo(vector.get("signature").asText())));
        }
    }

    @Test
    void shouldAgreeWithTheSharedVectors() throws Exception {
        // Given
        Path file = Path.of(
                System.getProperty("footbridge.root", ".."), "../shared/data/webhooks/standard-webhooks-vectors.json");
        assumeTrue(Files.exists(file), "the shared vectors are not on this machine");
        JsonNode all = JSON.readTree(file.toFile());

        // When
        List<JsonNode> vectors = Stream.concat(stream(all.get("official")), stream(all.get("derived")))
                .filter(vector ->
                        Set.of("v1", "v1a").contains(vector.get("scheme").asText()))
                .toList();

        // Then
        assertThat(vectors).hasSizeGreaterThan(5).allSatisfy(vector -> assertThat(sign(vector, "msg_id", "payload"))
                .isEqualTo(vector.get("signature").asText()));
    }

    @Test
    void shouldSatisfyAnIndependentVerifierWithEitherKeyOfARotation() {
        // Given
        byte[] current = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        byte[] previous = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);
        String body = "{\"school\":\"Doña Inés\"}";
        Instant now = Instant.now();

        // When
        String header = WebhookSignature.header(
                "msg_1",
                now,
                body.getBytes(StandardCharsets.UTF_8),
                List.of(SigningKey.v1(current), SigningKey.v1(previous)));

        // Then
        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of("msg_1"),
                "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                "webhook-signature", List.of(header));
        assertThatCode(() -> new Webhook(current).verify(body, headers)).doesNotThrowAnyException();
        assertThatCode(() -> new Webhook(previous).verify(body, headers)).doesNotThrowAnyException();
    }

    private static String sign(JsonNode vector, String id, String body) {
        return WebhookSignature.header(
                vector.get(id).asText(),
                Instant.ofEpochSecond(vector.get("timestamp").asLong()),
                vector.get(body).asText().getBytes(StandardCharsets.UTF_8),
                List.of(key(vector)));
    }

    /** A {@code whsk_} holds the seed and, behind it, the public key. */
    private static SigningKey key(JsonNode vector) {
        String secret = vector.get("secret").asText();
        byte[] bytes = Base64.getDecoder().decode(secret.substring(secret.indexOf('_') + 1));
        return secret.startsWith("whsk_")
                ? new SigningKey(SignatureScheme.V1A, Arrays.copyOf(bytes, 32))
                : SigningKey.v1(bytes);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
