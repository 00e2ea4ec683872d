package org.footbridge.referral.access;

import java.util.Locale;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.Staff;

/** A person of the district's staff, with the relations that the roster and the grants give right now. */
public record SchoolCaller(Caller caller, Staff staff) {

    public boolean coordinates(Referral referral) {
        return staff.coordinates(referral.schoolId());
    }

    /** Made the referral, and still works at its school. */
    public boolean referred(Referral referral) {
        return staff.isKnown() && staff.personId().equals(referral.referrerId()) && staff.worksAt(referral.schoolId());
    }

    public Actor coordinator() {
        return as(Roles.COORDINATOR);
    }

    /** The caller over a page that may mix both relations. */
    public Actor reader() {
        return as(staff.coordinatorAt().isEmpty() ? "REFERRER" : Roles.COORDINATOR);
    }

    Actor referrer(Referral referral) {
        return as(referral.referrerRole());
    }

    /** The caller as somebody who works at the school, in the role closest to the classroom. */
    public Actor workingAt(UUID school) {
        if (staff.educatorAt().contains(school)) {
            return as(Roles.EDUCATOR);
        }
        return as(staff.counselorAt().contains(school) ? Roles.COUNSELOR : Roles.COORDINATOR);
    }

    private Actor as(String role) {
        return new Actor(caller.subject(), staff.personId(), caller.tenant(), role.toUpperCase(Locale.ROOT));
    }
}
