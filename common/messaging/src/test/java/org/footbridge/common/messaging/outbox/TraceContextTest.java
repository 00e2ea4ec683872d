package org.footbridge.common.messaging.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.footbridge.common.messaging.MessagingTest;
import org.junit.jupiter.api.Test;

/** A request causes an event, whose consumer publishes another event, whose consumer writes a row: all name the request. */
@QuarkusTest
class TraceContextTest extends MessagingTest {
    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String REQUEST_ID = "request-of-the-test";

    private final UUID district = UUID.randomUUID();

    @Test
    void shouldCarryRequestAndTraceAlongTheWholeChain() throws Exception {
        // When
        given().header("X-Request-Id", REQUEST_ID)
                .header("traceparent", TRACEPARENT)
                .post("/districts/{id}/changes", district)
                .then()
                .statusCode(204);

        // Then
        await().untilAsserted(() -> assertThat(effects(district)).containsExactly(2L));
        assertThat(causesOfTheEffect()).containsExactly(REQUEST_ID, TRACEPARENT);
    }

    @Test
    void shouldWriteTheHeadersOfTheCloudEventsBinding() {
        // When
        given().header("X-Request-Id", REQUEST_ID)
                .header("traceparent", TRACEPARENT)
                .post("/districts/{id}/changes", district)
                .then()
                .statusCode(204);

        // Then
        await().until(() -> !onTopic(district).isEmpty());
        ConsumerRecord<String, byte[]> record = onTopic(district).getFirst();
        Map<String, String> headers = headers(record);
        assertThat(UUID.fromString(headers.remove("ce_id")).version()).isEqualTo(7);
        assertThat(headers.remove("ce_time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_type", "org.footbridge.roster.district_changed.v1"),
                        Map.entry("ce_source", "/referral-service"),
                        Map.entry("ce_subject", district.toString()),
                        Map.entry("ce_tenantid", "01980000-0000-7000-8000-00000000d001"),
                        Map.entry("ce_sequence", "1"),
                        Map.entry("ce_requestid", REQUEST_ID),
                        Map.entry("ce_traceparent", TRACEPARENT),
                        Map.entry("traceparent", TRACEPARENT),
                        Map.entry("content-type", "application/json")));
        assertThat(record.key()).isEqualTo(district.toString());
    }

    @Test
    void shouldDropWhatIsNoTraceContext() {
        // When
        given().header("traceparent", "00-<script>")
                .post("/districts/{id}/changes", district)
                .then()
                .statusCode(204);

        // Then
        await().until(() -> !onTopic(district).isEmpty());
        assertThat(headers(onTopic(district).getFirst())).doesNotContainKeys("traceparent", "ce_traceparent");
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private List<String> causesOfTheEffect() throws Exception {
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement =
                        connection.prepareStatement("select request_id, traceparent from effect where subject = ?")) {
            statement.setObject(1, district);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return List.of(row.getString(1), row.getString(2));
            }
        }
    }
}
