package org.footbridge.referral.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.Bus;
import org.junit.jupiter.api.Test;

/** What the directory tells is kept once, the latest wins, and a bad record holds nothing up. */
@QuarkusTest
class DirectoryConsumerTest {
    private static final String TOPIC = "footbridge.directory.v1";

    TestDatabase database;

    @Test
    void shouldKeepTheLatestFactWhateverTheOrder() throws SQLException {
        // Given
        UUID service = UUID.randomUUID();

        // When
        tell(UUID.randomUUID(), service, 2, "Second");
        tell(UUID.randomUUID(), service, 1, "First");
        UUID twice = UUID.randomUUID();
        tell(twice, service, 3, "Third");
        tell(twice, service, 3, "Third");
        marker(service);

        // Then
        assertThat(name(service)).isEqualTo("Third");
    }

    @Test
    void shouldGoOnAfterAPoisonedRecord() throws SQLException {
        // Given
        UUID service = UUID.randomUUID();
        Bus.send(TOPIC, service, headers(UUID.randomUUID(), service, 1), "this is no JSON");

        // When
        tell(UUID.randomUUID(), service, 2, "After the poison");
        marker(service);

        // Then
        assertThat(name(service)).isEqualTo("After the poison");
    }

    private static void tell(UUID event, UUID service, long sequence, String name) {
        String body = """
                {"serviceId": "%s", "organizationId": "%s", "name": "%s", "active": true, "languages": ["en"],
                 "insurance": [], "capacity": {"status": "HAS_CAPACITY", "available": 3, "waitDays": 2}}""".formatted(service, UUID.randomUUID(), name);
        Bus.send(TOPIC, service, headers(event, service, sequence), body);
    }

    /** Records of one key are processed in their order: when this one has arrived, all before it have. */
    private void marker(UUID key) {
        UUID service = UUID.randomUUID();
        String body = "{\"serviceId\": \"" + service + "\", \"organizationId\": \"" + UUID.randomUUID()
                + "\", \"name\": \"Marker\", \"active\": true}";
        Bus.send(TOPIC, key, headers(UUID.randomUUID(), service, 1), body);
        Awaitility.await("the marker").atMost(Duration.ofSeconds(60)).until(() -> name(service) != null);
    }

    private static Map<String, String> headers(UUID event, UUID subject, long sequence) {
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.toString());
        headers.put("ce_source", "/directory-service");
        headers.put("ce_type", "org.footbridge.directory.service_changed.v1");
        headers.put("ce_subject", subject.toString());
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("content-type", "application/json");
        return headers;
    }

    private String name(UUID service) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement();
                ResultSet row = sql.executeQuery("select name from provider_service where id = '" + service + "'")) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
