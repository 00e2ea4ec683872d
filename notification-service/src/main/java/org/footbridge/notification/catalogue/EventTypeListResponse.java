package org.footbridge.notification.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole catalogue: it grows by the release, not by use. */
@Schema(name = "WebhookEventTypes", description = "Every event type that an endpoint may want.")
public record EventTypeListResponse(
        @Schema(required = true, maxItems = 500) List<EventTypeResponse> items) {}
