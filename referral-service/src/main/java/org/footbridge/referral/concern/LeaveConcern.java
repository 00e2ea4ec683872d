package org.footbridge.referral.concern;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A concern about somebody, left by whoever has the school's code. */
@Schema(
        description = "A concern about somebody. Who writes it is not asked.",
        examples = "{\"code\": \"7K3M9Q2X\", \"who\": \"A girl in grade 8\", \"where\": \"At the bus stop\","
                + " \"what\": \"She said she does not want to live any more.\"}")
record LeaveConcern(
        @Schema(description = "The code of the school's poster, upper or lower case.") @NotBlank @Size(max = 20)
        String code,

        @NotBlank @Size(max = 200) String who,
        @Size(max = 200) String where,

        @NotBlank @Size(max = 2000) String what,

        @Schema(description = "For machines that fill in forms. People leave it out.") @Size(max = 200)
        String website) {
    Words words() {
        return new Words(who, where, what);
    }

    boolean isSuspect() {
        return (website != null && !website.isBlank()) || words().isSuspect();
    }
}
