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
import org.footbridge.common.events.ReferralSnapshot;

/**
 * What an endpoint is sent: the public projection of an event (decision 23). Thin on purpose: a webhook is no disclosure, the
 * owner reads the placement with its own token and under its consent.
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

    /** What a district's own app is told: the referral, and the placement where the event is about one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"referralId", "state", "placementId", "placementState", "links"})
    record ReferralChanged(UUID referralId, String state, UUID placementId, String placementState, Links links) {}

    /** What waits for an agency in the directory, and where. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"serviceId", "contactRequestId", "links"})
    record Waiting(UUID serviceId, UUID contactRequestId, DirectoryLinks links) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"contactRequest", "verification"})
    record DirectoryLinks(String contactRequest, String verification) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"referral", "placement"})
    record Links(String referral, String placement) {}

    record Ping(UUID endpointId) {}

    static WebhookBody forAgency(Event event, PlacementAccess placement) {
        Links links = new Links(null, "/api/v1/placements/" + placement.placementId());
        return new WebhookBody(
                event.type().publicName(),
                event.time(),
                new PlacementChanged(placement.placementId(), placement.state(), links));
    }

    /** With the placement that the event is about, or {@code null}. */
    static WebhookBody forDistrict(Event event, PlacementAccess placement) {
        ReferralSnapshot referral = event.data(ReferralSnapshot.class);
        UUID placementId = placement == null ? null : placement.placementId();
        Links links = new Links(
                "/api/v1/referrals/" + referral.referralId(),
                placementId == null ? null : "/api/v1/placements/" + placementId);
        return new WebhookBody(
                event.type().publicName(),
                event.time(),
                new ReferralChanged(
                        referral.referralId(),
                        referral.state(),
                        placementId,
                        placement == null ? null : placement.state(),
                        links));
    }

    static WebhookBody ofDirectory(DirectoryNews news) {
        UUID request = news.contactRequestId();
        DirectoryLinks links = request == null
                ? new DirectoryLinks(null, "/api/v1/directory/services/" + news.serviceId() + "/verification")
                : new DirectoryLinks("/api/v1/directory/contact-requests/" + request, null);
        return new WebhookBody(
                news.subject().type(), news.event().time(), new Waiting(news.serviceId(), request, links));
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
