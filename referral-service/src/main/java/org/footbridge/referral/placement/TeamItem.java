package org.footbridge.referral.placement;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A placement at a school's own team, in a list: with the referral that it is reached through. */
@Schema(description = "A placement at a school's own team, in a list.")
public record TeamItem(UUID referralId, PlacementItem placement) {

    static TeamItem of(Placement placement) {
        return new TeamItem(placement.referralId(), PlacementItem.of(placement));
    }
}
