package org.footbridge.directory.contact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an agency reads its mail, valid for this moment. */
@Schema(description = "Valid for this moment only.")
record AgencyContact(
        @Schema(
                maxLength = 320,
                description = "Missing where the directory knows none.",
                examples = "intake@agency.example")
        String address,

        @Schema(required = true, description = "False where somebody has answered or verified meanwhile.")
        boolean waits) {}
