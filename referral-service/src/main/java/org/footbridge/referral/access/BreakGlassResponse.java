package org.footbridge.referral.access;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when somebody may read. */
@Schema(name = "BreakGlass")
public record BreakGlassResponse(UUID id, UUID referralId, Instant openedAt, Instant endsAt) {}
