package org.footbridge.referral.recipients;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.events.EventType;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.recipients.ResolveResponse.Recipient;
import org.footbridge.referral.recipients.ResolveResponse.SchoolContact;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.RosterService;

/** Answers who may be told, out of what is true at this moment. */
@ApplicationScoped
public class RecipientService {
    private final RecipientRepository referrals;
    private final CaseFiles files;
    private final RosterService roster;
    private final DistrictService districts;
    private final AccessLog log;
    private final SchoolAnswers schools;
    private final List<RecipientSource> sources;

    RecipientService(
            RecipientRepository referrals,
            CaseFiles files,
            RosterService roster,
            DistrictService districts,
            AccessLog log,
            SchoolAnswers schools,
            @All List<RecipientSource> sources) {
        this.referrals = referrals;
        this.files = files;
        this.roster = roster;
        this.districts = districts;
        this.log = log;
        this.schools = schools;
        this.sources = sources;
    }

    /** Enters the referral's district for this one question; 404 for a referral or placement that is none. */
    @WithTransaction
    Uni<ResolveResponse> resolve(Caller caller, ResolveRequest request) {
        return schools.resolve(caller, request).orElseGet(() -> ofReferral(caller, request));
    }

    private Uni<ResolveResponse> ofReferral(Caller caller, ResolveRequest request) {
        return referrals.tenant(request.referralId()).chain(tenant -> {
            requireFound(tenant);
            Actor asking = new Actor(caller.subject(), null, tenant, "INTERNAL_SERVICE");
            return Tenancy.enter(tenant)
                    .chain(() -> log.school(asking, "recipients", List.of(request.referralId())))
                    .chain(() -> files.find(tenant, request.referralId()))
                    .chain(file -> answer(file, request));
        });
    }

    private Uni<ResolveResponse> answer(CaseFile file, ResolveRequest request) {
        requireFound(file);
        Referral referral = file.referral();
        return districts.settings(referral.tenantId()).chain(district -> contact(referral, district)
                .chain(contact -> told(file, request, district)
                        .map(recipients -> new ResolveResponse(
                                recipients, contact, district.zone().getId()))));
    }

    /** Of a type that no source answers for nobody is told. */
    private Uni<List<Recipient>> told(CaseFile file, ResolveRequest request, DistrictSettings district) {
        Optional<EventType> type = request.eventType();
        return sources.stream()
                .filter(source -> type.filter(source.tellsOf()::contains).isPresent())
                .findFirst()
                .map(source -> source.recipients(new RecipientSource.Question(
                        request.eventId(), type.orElseThrow(), file, request.placementId(), district)))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private Uni<SchoolContact> contact(Referral referral, DistrictSettings district) {
        UUID id = referral.coordinatorId();
        return roster.people(referral.tenantId(), id == null ? List.of() : List.of(id))
                .map(people -> new SchoolContact(
                        id == null || !people.containsKey(id)
                                ? null
                                : people.get(id).name(),
                        referral.schoolName(),
                        district.phone()));
    }

    private static void requireFound(Object found) {
        if (found == null) {
            throw unknown();
        }
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such referral or placement.");
    }
}
