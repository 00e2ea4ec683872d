package org.footbridge.referral.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.consent.Consent;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.RosterService;
import org.footbridge.referral.roster.School;
import org.footbridge.referral.roster.Student;

/** Freezes what is released, and keeps the ledger of releases and reads. */
@ApplicationScoped
public class DisclosureService {
    private final DisclosureRepository disclosures;
    private final DisclosureSources sources;
    private final SchoolAccess access;
    private final AccessLog log;
    private final RosterService roster;
    private final ObjectMapper json;
    private final Clock clock;

    DisclosureService(
            DisclosureRepository disclosures,
            DisclosureSources sources,
            SchoolAccess access,
            AccessLog log,
            RosterService roster,
            ObjectMapper json,
            Clock clock) {
        this.disclosures = disclosures;
        this.sources = sources;
        this.access = access;
        this.log = log;
        this.roster = roster;
        this.json = json;
        this.clock = clock;
    }

    /** Freezes exactly what the consent covers, and enters the release into the ledger. */
    @WithTransaction
    public Uni<DisclosedRecord> release(Referral referral, Placement placement, Consent consent, Actor coordinator) {
        return sources.of(referral)
                .map(source -> freeze(placement, consent, source))
                .call(record -> Panache.getSession()
                        .chain(session -> session.persistAll(
                                record, row(Disclosure.Kind.RELEASED, referral, placement, record, coordinator))));
    }

    /** The newest version of what was released with a placement, and its read in the ledger. */
    @WithTransaction
    public Uni<DisclosedRecord> read(Referral referral, Placement placement, Actor agency) {
        return record(placement)
                .call(record -> disclosures.persist(row(Disclosure.Kind.READ, referral, placement, record, agency)));
    }

    /** Enters into the ledger that a question of the agency was answered. */
    @WithTransaction
    public Uni<Void> answered(Referral referral, Placement placement, Actor coordinator) {
        return record(placement)
                .chain(record -> disclosures.persist(
                        Disclosure.answered(referral, placement, record, coordinator, clock.instant())))
                .replaceWithVoid();
    }

    /** Without a trace: only to decide whether it may be read. */
    @WithTransaction
    public Uni<DisclosedRecord> record(Placement placement) {
        return disclosures.record(placement.agencyId(), placement.id());
    }

    /** The parts of a frozen record. */
    public DisclosedContent content(DisclosedRecord record) {
        try {
            return json.readValue(record.content(), DisclosedContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the disclosed record " + record.id() + " cannot be read", e);
        }
    }

    /** The ledger of a student of one of the caller's schools, newest first. */
    @WithTransaction
    Uni<List<Disclosure>> ofStudent(Caller caller, UUID student, UUID before, int size) {
        return access.caller(caller)
                .call(who -> roster.student(caller.tenant(), student).invoke(found -> requireOwn(who, found)))
                .call(who -> log.school(who.coordinator(), "student-disclosures", Set.of(student)))
                .chain(() -> disclosures.page(caller.tenant(), student, before, size));
    }

    private static void requireOwn(SchoolCaller who, Student student) {
        boolean own =
                student != null && student.schools().stream().map(School::id).anyMatch(who.staff()::coordinates);
        if (!own) {
            throw CommonProblem.NOT_FOUND.because("There is no such student for this caller.");
        }
    }

    private DisclosedRecord freeze(Placement placement, Consent consent, DisclosedContent.Source source) {
        try {
            String content = json.writeValueAsString(DisclosedContent.of(consent.scope(), source));
            return DisclosedRecord.freeze(placement, consent, content, clock.instant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a disclosed record cannot be written", e);
        }
    }

    private Disclosure row(
            Disclosure.Kind kind, Referral referral, Placement placement, DisclosedRecord record, Actor actor) {
        return Disclosure.of(kind, referral, placement, record, actor, clock.instant());
    }
}
