package org.footbridge.referral.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.consent.RecordScope;
import org.footbridge.referral.jurisdiction.Authorities;
import org.footbridge.referral.jurisdiction.JurisdictionService;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.rights.Asker;
import org.footbridge.referral.rights.RightsAccess;

/** Freezes what is released, and keeps the ledger of releases and reads. */
@ApplicationScoped
public class DisclosureService {
    private final DisclosureRepository disclosures;
    private final DisclosureSources sources;
    private final RightsAccess rights;
    private final JurisdictionService jurisdictions;
    private final AccessLog log;
    private final ObjectMapper json;
    private final Clock clock;

    DisclosureService(
            DisclosureRepository disclosures,
            DisclosureSources sources,
            RightsAccess rights,
            JurisdictionService jurisdictions,
            AccessLog log,
            ObjectMapper json,
            Clock clock) {
        this.disclosures = disclosures;
        this.sources = sources;
        this.rights = rights;
        this.jurisdictions = jurisdictions;
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    /** Freezes exactly what the release covers, and enters it into the ledger. */
    @WithTransaction
    public Uni<DisclosedRecord> release(Referral referral, Placement placement, Release release, Actor coordinator) {
        return sources.of(referral)
                .map(source -> freeze(placement, release, source))
                .call(record -> Panache.getSession()
                        .chain(session -> session.persistAll(
                                record,
                                Disclosure.released(
                                        referral, placement, record, release, coordinator, clock.instant()))));
    }

    /** The newest version of what was released with a placement, and its read in the ledger. */
    @WithTransaction
    public Uni<DisclosedRecord> read(Referral referral, Placement placement, Actor agency) {
        return record(placement)
                .call(record -> disclosures.persist(row(Disclosure.Kind.READ, referral, placement, record, agency)));
    }

    /** Enters into the ledger that the school gave something beside the frozen record. What stays in the school is no disclosure. */
    @WithTransaction
    public Uni<Void> beside(Disclosure.Kind kind, Referral referral, Placement placement, Actor coordinator) {
        if (placement.destination().inSchool()) {
            return Uni.createFrom().voidItem();
        }
        return record(placement)
                .chain(record -> disclosures.persist(
                        Disclosure.beside(kind, referral, placement, record, coordinator, clock.instant())))
                .replaceWithVoid();
    }

    /** The record as it is now, without what only a consent of its own opens, for the school's own team. */
    @WithTransaction
    public Uni<DisclosedContent> inSchool(Referral referral) {
        return sources.of(referral)
                .map(source -> DisclosedContent.of(EnumSet.complementOf(EnumSet.of(RecordScope.PART2)), source));
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

    /** The ledger of a student, newest first: for a coordinator of one of the schools, and for who holds the rights (34 CFR 99.32(c)). */
    @WithTransaction
    Uni<List<DisclosureResponse>> ofStudent(Caller caller, UUID student, UUID before, int size) {
        return rights.open(caller, student)
                .call(asker -> log.school(asker.actor(), "student-disclosures", Set.of(student)))
                .chain(asker -> disclosures
                        .page(caller.tenant(), student, before, size)
                        .chain(page -> isMasked(caller.tenant(), asker).map(masked -> shown(page, masked))));
    }

    /** From a guardian the law keeps what a minor alone decides on (42 CFR 2.14). */
    private Uni<Boolean> isMasked(UUID tenant, Asker asker) {
        return asker.coordinator() || "STUDENT".equals(asker.actor().role())
                ? Uni.createFrom().item(false)
                : jurisdictions.of(tenant, asker.student()).map(Authorities::keepsSubstanceUse);
    }

    private static List<DisclosureResponse> shown(List<Disclosure> page, boolean masked) {
        return page.stream()
                .map(Disclosure::toResponse)
                .map(row -> masked ? row.withoutPart2() : row)
                .toList();
    }

    private DisclosedRecord freeze(Placement placement, Release release, DisclosedContent.Source source) {
        try {
            String content = json.writeValueAsString(DisclosedContent.of(release.scope(), source));
            return DisclosedRecord.freeze(placement, release, content, clock.instant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a disclosed record cannot be written", e);
        }
    }

    private Disclosure row(
            Disclosure.Kind kind, Referral referral, Placement placement, DisclosedRecord record, Actor actor) {
        return Disclosure.of(kind, referral, placement, record, actor, clock.instant());
    }
}
