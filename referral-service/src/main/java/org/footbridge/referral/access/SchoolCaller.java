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
    private static final String DELEGATE = "delegate";

    public boolean coordinates(Referral referral) {
        return staff.coordinates(referral.schoolId());
    }

    /** Made the referral, and still works at its school. */
    public boolean referred(Referral referral) {
        return staff.isKnown() && staff.personId().equals(referral.referrerId()) && staff.worksAt(referral.schoolId());
    }

    /** As a coordinator somewhere; a delegate where he or she coordinates nowhere else. */
    public Actor counselor() {
        return as(Roles.COUNSELOR);
    }

    public Actor coordinator() {
        return as(staff.coordinatorAt().equals(staff.delegateAt()) ? DELEGATE : Roles.COORDINATOR);
    }

    /** As the coordinator of a school, or as whoever stands in for one there. */
    public Actor coordinatorOf(UUID school) {
        UUID absent = staff.absentAt().get(school);
        return absent == null ? as(Roles.COORDINATOR) : as(DELEGATE, absent);
    }

    /** The caller over a page that may mix both relations. */
    public Actor reader() {
        return staff.coordinatorAt().isEmpty() ? as("REFERRER") : coordinator();
    }

    /** The caller as somebody whom the school calls in a crisis. */
    Actor onCall() {
        return as("ON_CALL");
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

    Actor breakingGlass() {
        return as("BREAK_GLASS");
    }

    private Actor as(String role) {
        return as(role, null);
    }

    private Actor as(String role, UUID absent) {
        return new Actor(caller.subject(), staff.personId(), caller.tenant(), role.toUpperCase(Locale.ROOT), absent);
    }
}
