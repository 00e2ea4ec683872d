package org.footbridge.notification.catalogue;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One event type that an endpoint may want. */
@Schema(
        name = "WebhookEventType",
        description =
                "An event type, and what is posted of it. The schema of the event on the bus is in the AsyncAPI document.",
        examples = """
                {"type": "referral.sent.v1", "description": "A referral was sent to an agency.",
                 "families": ["*", "referral.*"],
                 "agencyBody": {"type": "object"}, "districtBody": {"type": "object"}, "event": {"type": "object"},
                 "eventExample": {}}
                """)
public record EventTypeResponse(
        @Schema(required = true, maxLength = 100) String type,
        @Schema(required = true, maxLength = 500) String description,

        @Schema(required = true, maxItems = 10, description = "The wildcards that choose it.")
        List<String> families,

        @Schema(
                type = SchemaType.OBJECT,
                required = true,
                description = "JSON Schema with an example: what an agency gets.")
        Map<String, Object> agencyBody,

        @Schema(
                type = SchemaType.OBJECT,
                description = "JSON Schema with an example: what a district's app gets. Missing where it gets nothing.")
        Map<String, Object> districtBody,

        @Schema(type = SchemaType.OBJECT, required = true, description = "JSON Schema of the event's data on the bus.")
        Map<String, Object> event,

        @Schema(type = SchemaType.OBJECT, required = true, description = "The data on the bus, for example.")
        Map<String, Object> eventExample) {}
