package org.footbridge.referral.placement;

import java.util.UUID;

/**
 * How a caller names a placement, and on which side he or she stands with it.
 *
 * @param referralId the referral that people of the district reach it through; {@code null} where its agency names it
 */
public record PlacementAddress(UUID referralId, UUID placementId, Side side) {

    public static PlacementAddress ofAgency(UUID placementId) {
        return new PlacementAddress(null, placementId, Side.AGENCY);
    }

    public static PlacementAddress ofSchool(UUID referralId, UUID placementId) {
        return new PlacementAddress(referralId, placementId, Side.SCHOOL);
    }

    /** Of the school's own team, whose counselors stand in the agency's place (ADR 022). */
    public static PlacementAddress ofTeam(UUID referralId, UUID placementId) {
        return new PlacementAddress(referralId, placementId, Side.AGENCY);
    }

    /** Where it is read. */
    public String path() {
        String placement = "/placements/" + placementId;
        String inDistrict = "/referrals/" + referralId + placement + (side == Side.AGENCY ? "/team" : "");
        return "/api/v1" + (referralId == null ? placement : inDistrict);
    }
}
