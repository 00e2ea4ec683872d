package org.footbridge.referral.placement;

import java.util.UUID;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.lifecycle.Actor;

/** Somebody who takes part in a placement, on one of its sides, whose right to it was checked just now. */
public record Party(Side side, Actor actor, CaseFile file, Placement placement) {

    public UUID tenantId() {
        return placement.tenantId();
    }

    public boolean isSchool() {
        return side == Side.SCHOOL;
    }

    /** Whether he or she is of another organization than the district. */
    public boolean isOutside() {
        return side == Side.AGENCY && !inSchool();
    }

    /** Whether the other side is the school's own team or the school itself: then nothing leaves the district. */
    public boolean inSchool() {
        return placement.destination().inSchool();
    }

    /** Whether both sides still work on it and may read what the other writes. */
    public boolean isOpen() {
        return placement.state().isOpen() && placement.accessOpen();
    }
}
