package org.footbridge.referral.emergency;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.contact.ContactCardService;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.referral.LocalLines;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.RosterService;

/** Tells whom to call: coordinators, on-call contacts of an open crisis, and whoever has broken the glass. */
@ApplicationScoped
class EmergencyService {
    private final SchoolAccess access;
    private final RosterService roster;
    private final ContactCardService contacts;
    private final LocalLines lines;
    private final AccessLog log;

    EmergencyService(
            SchoolAccess access, RosterService roster, ContactCardService contacts, LocalLines lines, AccessLog log) {
        this.access = access;
        this.roster = roster;
        this.contacts = contacts;
        this.lines = lines;
        this.log = log;
    }

    @WithTransaction
    Uni<EmergencyContacts> contacts(Caller caller, UUID referralId) {
        return access.openToRead(caller, referralId)
                .invoke(EmergencyService::requireHelper)
                .call(opened -> log.school(
                        opened.actor(),
                        "emergency-contacts",
                        Set.of(referralId, opened.referral().studentId())))
                .chain(this::contacts);
    }

    private Uni<EmergencyContacts> contacts(Opened opened) {
        Referral referral = opened.referral();
        return roster.guardians(referral.tenantId(), referral.studentId()).chain(guardians -> contacts.school(referral)
                .chain(school -> contacts.agencies(open(opened)).chain(agencies -> lines.of(referral.tenantId())
                        .map(local -> EmergencyContacts.of(referral, guardians, school, agencies, local)))));
    }

    private static List<Placement> open(Opened opened) {
        return opened.file().placements().stream()
                .filter(placement -> placement.state().isOpen())
                .filter(placement -> !placement.destination().inSchool())
                .toList();
    }

    /** Whoever referred has called for help; numbers of families are for those who give it. */
    private static void requireHelper(Opened opened) {
        if (!opened.seesAll() && !opened.onCall()) {
            throw CommonProblem.FORBIDDEN.because(
                    "This is for coordinators, on-call contacts in a crisis, and whoever reads in need.");
        }
    }
}
