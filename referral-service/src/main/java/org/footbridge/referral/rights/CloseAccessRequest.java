package org.footbridge.referral.rights;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a request to see the records ends. */
record CloseAccessRequest(
        @Schema(
                examples = "FULFILLED",
                description =
                        "FULFILLED lets the one who asked fetch the export; WITHDRAWN when it is not wanted any more.")
        @NotNull
        @Pattern(regexp = "FULFILLED|WITHDRAWN")
        String state) {}
