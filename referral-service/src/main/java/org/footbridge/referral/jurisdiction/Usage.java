package org.footbridge.referral.jurisdiction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What has come of a minor's own consents so far, which some states limit.
 *
 * @param since the day of the first one, {@code null} where there was none
 */
@Schema(name = "MinorConsentUsage", description = "What has come of the minor's own consents so far.")
public record Usage(
        @Schema(minimum = "0", description = "Visits kept under them.")
        int sessions,

        @Schema(description = "The day of the first one.") LocalDate since) {
    static final Usage NONE = new Usage(0, null);

    /** Which limits are reached. The day after the last one of {@code maxDays} is over it, and so is a further session. */
    List<String> usedUp(JurisdictionRule.Conditions limits, LocalDate today) {
        List<String> reached = new ArrayList<>();
        if (limits != null && limits.maxSessions() != null && sessions >= limits.maxSessions()) {
            reached.add("sessions-used-up");
        }
        if (limits != null
                && limits.maxDays() != null
                && since != null
                && !today.isBefore(since.plusDays(limits.maxDays()))) {
            reached.add("days-used-up");
        }
        return reached;
    }
}
