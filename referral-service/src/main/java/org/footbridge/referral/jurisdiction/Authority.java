package org.footbridge.referral.jurisdiction;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who may consent, decided for one student, topic and day.
 *
 * @param citation the law that it rests on, {@code null} where no rule was found
 * @param reasons codes of what keeps a minor from signing, or of what a person has to look at
 */
@Schema(name = "ConsentAuthority", description = "Who may consent today. Nothing of it is remembered.")
public record Authority(
        Topic topic,
        Decision decision,
        GuardianInvolvement guardianInvolvement,
        JurisdictionRule.Conditions conditions,
        @Schema(maxLength = 300) String citation,

        @Schema(description = "A person has to look before anybody relies on it.")
        boolean needsHumanReview,

        @Schema(maxItems = 10, examples = "[\"rule-not-reviewed\"]")
        List<String> reasons,

        @Schema(description = "Where the rule has conditions: what the minor's own consents have come to so far.")
        Usage used) {

    /** Whose signature counts. */
    @Schema(name = "ConsentDecision")
    public enum Decision {
        GUARDIAN,
        /** The student alone, though not of age. A guardian may still sign, unless the topic is SUD (42 CFR 2.14). */
        MINOR,
        ELIGIBLE_STUDENT
    }

    public boolean minorMaySign() {
        return decision == Decision.MINOR;
    }
}
