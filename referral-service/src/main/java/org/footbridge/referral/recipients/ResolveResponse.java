package org.footbridge.referral.recipients;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may be told right now, and whom they may call. Nobody keeps this answer. */
@Schema(description = "Valid for this moment only.")
public record ResolveResponse(@Schema(maxItems = 50) List<Recipient> recipients, SchoolContact schoolContact) {

    /** One person. */
    public record Recipient(
            UUID personId,
            @Schema(maxLength = 20, examples = "GUARDIAN") String role,

            @Schema(maxLength = 320, description = "Missing where the person may not be told.")
            String address,

            @Schema(maxLength = 35, description = "BCP 47.") String language,
            boolean allowed,

            @Schema(maxLength = 40, description = "Why not.", examples = "no-rights")
            String reason) {

        static Recipient told(UUID person, String address, String language) {
            return new Recipient(person, "GUARDIAN", address, language, true, null);
        }

        /** An address that must not be used is not given away either. */
        static Recipient silent(UUID person, String language, String reason) {
            return new Recipient(person, "GUARDIAN", null, language, false, reason);
        }

        /** A record prints its members; this one must not reach a log. */
        @Override
        public String toString() {
            return "Recipient[" + personId + "]";
        }
    }

    /** Whom to call at the school. */
    public record SchoolContact(
            @Schema(maxLength = 401) String name,
            @Schema(maxLength = 500) String school,
            @Schema(maxLength = 60) String phone) {}
}
