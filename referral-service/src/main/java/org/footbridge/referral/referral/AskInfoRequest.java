package org.footbridge.referral.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a coordinator needs to know before triage. */
public record AskInfoRequest(
        @Schema(
                description = "Shown to the referrer and the school's coordinators. Never crosses the bus.",
                examples = "Since when does the student eat alone?")
        @NotBlank
        @Size(max = 2000)
        String question) {}
