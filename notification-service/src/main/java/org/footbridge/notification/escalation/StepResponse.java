package org.footbridge.notification.escalation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.notification.preference.NoticeChannel;

/** One step of an escalation. */
@Schema(
        name = "EscalationStep",
        examples =
                "{\"id\": \"01980000-0000-7000-8000-000000000801\", \"kind\": \"TOLD\", \"level\": 1, \"personId\":"
                        + " \"01980000-0000-7000-8000-000000009003\", \"channel\": \"EMAIL\", \"at\": \"2026-10-01T14:15:03Z\"}")
record StepResponse(
        UUID id,
        @Schema(description = "Open for more.") EscalationStep.Kind kind,

        @Schema(minimum = "0", maximum = "100") int level,

        @Schema(description = "Who was told, or was not.") UUID personId,
        NoticeChannel channel,

        @Schema(maxLength = 50, description = "Why somebody was not told.", examples = "NO_NUMBER")
        String reason,

        Instant at) {

    static StepResponse of(EscalationStep step) {
        return new StepResponse(
                step.id(), step.kind(), step.level(), step.personId(), step.channel(), step.reason(), step.createdAt());
    }
}
