package org.footbridge.referral.crisis;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who would be told of a crisis at a school right now, level by level. The one answer that may be kept (decision 25). */
@Schema(description = "Whom a crisis at the school is told, level by level. The last level comes again and again.")
record OnCallCopyResponse(
        @Schema(required = true, maxItems = 11) List<Level> levels,

        @Schema(required = true, maxLength = 500) String school,

        @Schema(required = true, maxLength = 60, description = "Whom families may call.")
        String phone) {

    /** Everybody whose turn it is at a level. */
    @Schema(name = "OnCallLevel")
    record Level(@Schema(required = true, maxItems = 200) List<Contact> contacts) {}

    /** Somebody of the staff who can be told. */
    @Schema(name = "OnCallAddress")
    record Contact(
            @Schema(required = true) UUID personId,

            @Schema(required = true, maxLength = 20, description = "ON_CALL or COORDINATOR.")
            String role,

            @Schema(required = true, maxLength = 320) String address,

            @Schema(required = true, maxLength = 35, description = "BCP 47.")
            String language,

            @Schema(maxLength = 60, description = "For text messages, as the roster has it.")
            String phone) {

        /** A record prints its members; this one must not reach a log. */
        @Override
        public String toString() {
            return "Contact[" + personId + "]";
        }
    }
}
