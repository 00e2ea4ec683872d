package org.footbridge.referral.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.footbridge.referral.referral.ReferralCommand;

/**
 * The service of the directory that a referral is sent to, and the agency that answers for it, by their names of that day.
 *
 * @param inSchool whether it is a school's own team: its counselors stand in the agency's place, and nothing leaves the school
 */
@Embeddable
public record Destination(
        @Column(name = "service_id") UUID serviceId,
        @Column(name = "service_name") String serviceName,
        @Column(name = "agency_id") UUID agencyId,
        @Column(name = "agency_name") String agencyName,
        @Column(name = "in_school") boolean inSchool) {

    /** The agency that may hear of it; {@code null} in the school itself. */
    public UUID outside() {
        return inSchool ? null : agencyId;
    }

    /** What the referral does to get there. */
    public ReferralCommand command() {
        return inSchool ? ReferralCommand.PLACE_IN_SCHOOL : ReferralCommand.SEND;
    }

    /** At an agency. */
    public static Destination agency(UUID serviceId, String serviceName, UUID agencyId, String agencyName) {
        return new Destination(serviceId, serviceName, agencyId, agencyName, false);
    }
}
