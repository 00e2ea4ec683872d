package org.footbridge.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Event;

/**
 * What an agency is sent: the public projection of an event (decision 23). Thin on purpose: a webhook is no disclosure, the
 * agency reads the placement with its own token and under its consent.
 *
 * @param timestamp the time of the event, not of the attempt
 */
@JsonPropertyOrder({"type", "timestamp", "data"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookBody(String type, Instant timestamp, Object data) {
    static final String PING = "webhook.ping.v1";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** The placement that changed, the state that it is in now, and where to read it. */
    @JsonPropertyOrder({"placementId", "state", "links"})
    record PlacementChanged(UUID placementId, String state, Links links) {}

    record Links(String placement) {}

    record Ping(UUID endpointId) {}

    static WebhookBody of(Event event, PlacementAccess placement) {
        Links links = new Links("/api/v1/placements/" + placement.placementId());
        return new WebhookBody(
                event.type().publicName(),
                event.time(),
                new PlacementChanged(placement.placementId(), placement.state(), links));
    }

    static WebhookBody ping(UUID endpointId, Instant now) {
        return new WebhookBody(PING, now, new Ping(endpointId));
    }

    /** Made once per delivery; every attempt sends these characters. */
    String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a webhook body cannot be written", e);
        }
    }
}
