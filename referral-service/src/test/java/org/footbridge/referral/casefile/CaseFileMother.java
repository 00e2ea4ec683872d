package org.footbridge.referral.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.placement.Appointment;
import org.footbridge.referral.placement.Destination;
import org.footbridge.referral.placement.Modality;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.referral.Access;
import org.footbridge.referral.referral.Concern;
import org.footbridge.referral.referral.Identified;
import org.footbridge.referral.referral.Insurance;
import org.footbridge.referral.referral.Need;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.Submission;
import org.footbridge.referral.referral.Urgency;

/** Case files in each state of the main job, made by the same commands as in life. */
final class CaseFileMother {
    static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");
    static final UUID DISTRICT = Ids.next();
    static final UUID AGENCY = Ids.next();
    static final Actor EDUCATOR = new Actor("sub-educator", Ids.next(), DISTRICT, "EDUCATOR");
    static final Actor COORDINATOR = new Actor("sub-coordinator", Ids.next(), DISTRICT, "COORDINATOR");
    static final Actor CLINIC = new Actor("sub-clinic", null, AGENCY, "AGENCY");

    private CaseFileMother() {}

    static CaseFile submitted() {
        Submission submission = new Submission(
                Ids.next(),
                "FB-7K3M9Q2X",
                new Submission.Subject(Ids.next(), Ids.next(), "Prairie View High School", "9-12"),
                Urgency.ROUTINE,
                null,
                null,
                new Need(
                        List.of(Concern.ANXIETY),
                        new Need.Texts("Stays alone at recess.", null, null, null, null),
                        Identified.OBSERVATION),
                new Access("es", true, Insurance.MEDICAID, null, null));
        return new CaseFile(Referral.submit(submission, EDUCATOR, NOW), List.of());
    }

    static CaseFile awaitingConsent() {
        CaseFile file = submitted();
        file.triage(Urgency.URGENT, 2, null, COORDINATOR, NOW);
        return file;
    }

    static CaseFile ready() {
        CaseFile file = awaitingConsent();
        file.consentGiven(COORDINATOR, NOW);
        return file;
    }

    static CaseFile sent() {
        CaseFile file = ready();
        file.send(Destination.agency(Ids.next(), "Counseling", AGENCY, "Harbor Light"), COORDINATOR, NOW);
        return file;
    }

    static CaseFile accepted() {
        CaseFile file = sent();
        file.accept(placement(file), "HL-1", CLINIC, NOW);
        return file;
    }

    static CaseFile inService() {
        CaseFile file = accepted();
        Appointment visit = Appointment.book(placement(file), new Appointment.Terms(NOW, 50, Modality.IN_PERSON, null));
        Visits visits = new Visits(file, placement(file), List.of(visit));
        visits.book(visit, CLINIC, NOW);
        visits.attend(visit, true, CLINIC, NOW.plus(Duration.ofHours(1)));
        return file;
    }

    static Placement placement(CaseFile file) {
        return file.placements().getLast();
    }
}
