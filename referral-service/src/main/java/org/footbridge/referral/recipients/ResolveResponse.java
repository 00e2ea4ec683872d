package org.footbridge.referral.recipients;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may be told right now, and whom they may call. Nobody keeps this answer. */
@Schema(description = "Valid for this moment only.")
public record ResolveResponse(
        @Schema(maxItems = 50) List<Recipient> recipients,
        SchoolContact schoolContact,

        @Schema(
                maxLength = 60,
                examples = "America/Chicago",
                description = "The district's IANA zone, for whoever has chosen none.")
        String zone) {

    /** One person. */
    public record Recipient(
            UUID personId,

            @Schema(
                    maxLength = 20,
                    examples = "GUARDIAN",
                    description = "GUARDIAN, STUDENT, COORDINATOR, REFERRER or ON_CALL.")
            String role,

            @Schema(maxLength = 320, description = "Missing where the person may not be told.")
            String address,

            @Schema(maxLength = 35, description = "BCP 47.") String language,
            boolean allowed,

            @Schema(maxLength = 40, description = "Why not.", examples = "no-rights")
            String reason,

            @Schema(
                    maxLength = 500,
                    description = "Opens something for this person alone. Goes into the mail and is kept nowhere.")
            String link,

            @Schema(maxLength = 20, description = "Proves that the person reads the address. Likewise.")
            String code,

            @Schema(maxLength = 60, description = "For text messages, as the roster has it; missing like the address.")
            String phone) {
        public static final String GUARDIAN = "GUARDIAN";
        public static final String STUDENT = "STUDENT";
        public static final String COORDINATOR = "COORDINATOR";
        public static final String REFERRER = "REFERRER";
        public static final String ON_CALL = "ON_CALL";

        public static Recipient told(UUID person, String role, String address, String language) {
            return new Recipient(person, role, address, language, true, null, null, null, null);
        }

        /** An address that must not be used is not given away either. */
        public static Recipient silent(UUID person, String role, String language, String reason) {
            return new Recipient(person, role, null, language, false, reason, null, null, null);
        }

        public Recipient withLink(String opening) {
            return new Recipient(personId, role, address, language, allowed, reason, opening, code, phone);
        }

        public Recipient withCode(String proof) {
            return new Recipient(personId, role, address, language, allowed, reason, link, proof, phone);
        }

        public Recipient withPhone(String number) {
            return new Recipient(personId, role, address, language, allowed, reason, link, code, number);
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
